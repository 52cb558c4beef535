namespace Bolt;

/// <summary>Adds fields to records: one of <see cref="BoltOptions.Enrichers"/>.</summary>
/// <param name="record">What is known of the record; all filters want it.</param>
/// <param name="fields">Takes the fields.</param>
/// <remarks>
/// Called by the logging thread, in the order of the list. One that throws is reported, and its record written without its fields. What it logs
/// passes no filter and no enricher.
/// </remarks>
public delegate void RecordEnricher(scoped in RecordView record, scoped RecordFields fields);
