namespace Bolt;

/// <summary>Decides whether a record is written: one of <see cref="BoltOptions.Filters"/>.</summary>
/// <param name="record">What is known of it: enabled, and not encoded yet.</param>
/// <returns>Whether it is to be written.</returns>
/// <remarks>
/// Called by the logging thread, for enabled calls only, in the order of the list, until one says no. <see cref="Microsoft.Extensions.Logging.LogLevel.Critical"/>
/// is never asked about. One that throws is reported, and its record written. What it logs passes no filter and no enricher.
/// </remarks>
public delegate bool RecordFilter(scoped in RecordView record);
