// The monthly capacity test of bolt-app, for k6: `k6 run scripts/load-test.js`. Without k6, scripts/load-test.sh is the same test.
// The figures below are those of load-test.sh, whose --help explains them; a test keeps them equal.
import http from 'k6/http';
import { check } from 'k6';

const base = (__ENV.BASE_URL || 'http://localhost:8080').replace(/\/$/, '');
const duration = __ENV.DURATION || '30';
const rate = Number(__ENV.RATE || '200');
const connections = Number(__ENV.CONNECTIONS || '10');
const maxP95 = Number(__ENV.MAX_P95_MS || '50');
const maxErrorRate = Number(__ENV.MAX_ERROR_RATE || '0.001');

// Nine requests in ten read an order, which logs several events; one asks for the front page.
function scenario(name, share) {
  return {
    executor: 'constant-arrival-rate',
    exec: name,
    rate: Math.max(1, Math.round(rate * share)),
    timeUnit: '1s',
    duration: `${duration}s`,
    preAllocatedVUs: connections,
    maxVUs: connections * 10,
  };
}

export const options = {
  scenarios: { orders: scenario('orders', 0.9), front: scenario('front', 0.1) },
  thresholds: {
    http_req_duration: [`p(95)<=${maxP95}`],
    http_req_failed: [`rate<=${maxErrorRate}`],
    checks: [`rate>=${1 - maxErrorRate}`],
    // Fewer than nine tenths of the requests asked for: the service, or this machine, does not keep up.
    http_reqs: [`rate>=${rate * 0.9}`],
  },
};

export function orders() {
  const id = Math.floor(Math.random() * 100000) + 1;
  const answer = http.get(`${base}/orders/${id}`, { tags: { name: '/orders/{id}' } });
  check(answer, { 'an order is found': (response) => response.status === 200 });
}

export function front() {
  const answer = http.get(`${base}/`, { tags: { name: '/' } });
  check(answer, { 'the front page is there': (response) => response.status === 200 });
}
