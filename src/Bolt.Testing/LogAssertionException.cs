namespace Bolt.Testing;

/// <summary>What a test expected did not happen; the message says what did. Every test framework reports it as a failure.</summary>
/// <param name="message">What was expected, and what there was instead.</param>
/// <param name="inner">Why, if something else failed.</param>
public sealed class LogAssertionException(string message, Exception? inner = null) : Exception(message, inner);
