# Adds up what test runners print. Sourced by run and by counts-test.
passed=0
failed=0
failures=

# count NAME STATUS FILE: adds the counts in FILE, the output of a step that ended with STATUS.
#   Passed!  - Failed:     0, Passed:    12, Skipped:     0, Total:    12, …     one line per test project, of dotnet test
#   12 passed, 0 failed                                                          the last line, of a program
# A step that prints neither counts as one test. One that fails without counting a failure (a build error, a crash) counts as one.
count() {
    local name=$1 status=$2 file=$3 p f
    read -r p f < <(sed 's/\x1b\[[0-9;]*m//g' "$file" | awk '
        /^(Passed!|Failed!|Skipped!)? *- Failed: +[0-9]+, Passed: +[0-9]+, Skipped: +[0-9]+, Total: +[0-9]+/ {
            line = $0
            sub(/.*Failed: +/, "", line); failed += line + 0
            sub(/.*Passed: +/, "", line); passed += line + 0
            sub(/.*Skipped: +/, "", line); failed += line + 0
            runners++
        }
        /^[0-9]+ passed, [0-9]+ failed$/ { last = $0 }
        END {
            if (last != "") { split(last, words, " "); passed += words[1]; failed += words[3]; runners++ }
            if (!runners) none = 1
            print (none ? "- -" : (passed + 0) " " (failed + 0))
        }')
    if [ "$p" = - ]; then
        p=0 f=0
        [ "$status" -ne 0 ] || p=1
    fi
    [ "$status" -eq 0 ] || [ "$f" -ne 0 ] || f=1
    passed=$((passed + p))
    failed=$((failed + f))
    [ "$f" -eq 0 ] || failures+="${failures:+, }$name"
}
