using Bolt.Provider.Tests.Conformance.Rules;

namespace Bolt.Provider.Tests.Subjects;

/// <summary>The rules that a subject is known to break, by its name, and why. A subject that is not here breaks none.</summary>
public static class KnownFailures
{
    private const string ThrowsIntoTheCaller = "the exception reaches the caller";
    private const string Lost = "the record is lost";
    private const string ToStringOnly = "a collection is the name of its type";
    private const string ByDesign = "by design: `AddSerilog` lets every level through to Serilog, whose own levels decide";
    private const string OwnMessage = "by design: Serilog renders the template itself; ";

    private static readonly Dictionary<string, Dictionary<string, string>> s_bySubject = new()
    {
        ["Console"] = new()
        {
            [nameof(LevelRules.A_number_that_is_no_level_does_no_harm)] = ThrowsIntoTheCaller,
            [nameof(EventIdRules.A_name_is_written)] = "the format has no event name",
            [nameof(EventIdRules.A_name_alone_is_written)] = "the format has no event name",
            [nameof(EventIdRules.The_name_of_an_event_may_need_escaping)] = "the format has no event name",
            [nameof(MessageRules.A_formatter_may_return_null)] = Lost,
            [nameof(ValueRules.Not_a_number_is_valid_json)] = "the call throws",
            [nameof(ValueRules.A_time_reads_back)] = "as `02/03/2026 04:05:06`: the fraction is lost",
            [nameof(ValueRules.A_time_with_an_offset_reads_back)] = "as `02/03/2026 04:05:06 +05:30`: the fraction is lost",
            [nameof(ValueRules.A_date_is_iso)] = "as `02/03/2026`",
            [nameof(ValueRules.Bytes_read_back)] = ToStringOnly,
            [nameof(ValueRules.An_array_is_an_array)] = ToStringOnly,
            [nameof(ValueRules.A_list_is_an_array)] = ToStringOnly,
            [nameof(ValueRules.An_empty_list_is_an_array)] = ToStringOnly,
            [nameof(ValueRules.A_dictionary_is_an_object)] = ToStringOnly,
            [nameof(ValueRules.Collections_nest)] = ToStringOnly,
            [nameof(NameRules.A_name_used_twice_is_one_key)] = "the key is twice in `State`",
            [nameof(NameRules.Names_of_the_format_itself_are_fields)] = "`Message` is twice in `State`",
            [nameof(NameRules.A_name_may_be_missing)] = "a name of null: the call throws",
            [nameof(ArgumentRules.Too_few_arguments_do_not_throw)] = ThrowsIntoTheCaller,
            [nameof(ArgumentRules.Too_few_arguments_keep_those_that_are_there)] = Lost,
            [nameof(ArgumentRules.Too_few_arguments_keep_the_template)] = Lost,
            [nameof(ArgumentRules.A_throwing_value_does_not_throw)] = ThrowsIntoTheCaller,
            [nameof(ArgumentRules.A_throwing_value_costs_only_itself)] = Lost,
            [nameof(ArgumentRules.A_throwing_formatter_does_not_throw)] = ThrowsIntoTheCaller,
            [nameof(ArgumentRules.A_throwing_formatter_costs_only_the_message)] = Lost,
            [nameof(StateRules.A_dictionary_is_fields)] = "only an `IReadOnlyList` of pairs is read",
            [nameof(StateRules.A_sequence_of_pairs_is_fields)] = "only an `IReadOnlyList` of pairs is read",
            [nameof(StateRules.A_state_that_throws_is_a_record)] = ThrowsIntoTheCaller,
            [nameof(ScopeRules.A_key_twice_in_one_scope_is_once)] = "the key is twice in the scope's object",
            [nameof(ScopeRules.Pairs_of_a_scope_may_hold_null)] = "a key of null: the call throws",
            [nameof(ScopeRules.A_scope_that_throws_does_no_harm)] = ThrowsIntoTheCaller,
            [nameof(ExceptionRules.A_throwing_message_does_not_throw)] = ThrowsIntoTheCaller,
            [nameof(ExceptionRules.A_throwing_message_costs_only_itself)] = Lost,
            [nameof(ExceptionRules.A_throwing_ToString_does_not_throw)] = ThrowsIntoTheCaller,
            [nameof(ExceptionRules.A_throwing_ToString_costs_only_itself)] = Lost,
        },
        ["Serilog"] = new()
        {
            [nameof(MessageRules.The_formatter_gives_the_message)] = OwnMessage + "strings are in quotes",
            [nameof(MessageRules.A_caller_may_bring_a_formatter)] = "the formatter is called without the exception; where it needs it, the record is lost",
            [nameof(MessageRules.A_null_argument_is_shown)] = OwnMessage + "`null`",
            [nameof(MessageRules.A_list_argument_is_shown)] = OwnMessage + "`[1, 2, 3]`",
            [nameof(NameRules.A_name_used_twice_shows_both_values)] = OwnMessage + "one property, `2 2`",
            [nameof(NameRules.Names_of_the_format_itself_are_fields)] = "a field `EventId` is replaced by the event's",
            [nameof(NameRules.A_name_may_be_missing)] = Lost,
            [nameof(ArgumentRules.Too_few_arguments_keep_those_that_are_there)] = Lost,
            [nameof(ArgumentRules.Too_few_arguments_keep_the_template)] = Lost,
            [nameof(ArgumentRules.A_throwing_value_costs_only_itself)] = Lost,
            [nameof(ArgumentRules.A_throwing_list_costs_only_itself)] = Lost,
            [nameof(StateRules.An_array_of_pairs_is_fields)] = "without a template among the pairs the message is the type's name",
            [nameof(StateRules.A_sequence_of_pairs_is_fields)] = "without a template among the pairs the message is the type's name",
            [nameof(StateRules.A_state_that_throws_is_a_record)] = Lost,
            [nameof(ScopeRules.The_call_wins)] = "the scope's value replaces the call's",
            [nameof(ScopeRules.Pairs_of_a_scope_may_hold_null)] = "what comes after the missing name is lost",
            [nameof(ExceptionRules.A_throwing_message_costs_only_itself)] = Lost,
            [nameof(ExceptionRules.A_throwing_ToString_costs_only_itself)] = Lost,
            [nameof(FilterRules.The_minimum_level_holds)] = ByDesign,
            [nameof(FilterRules.A_filter_by_category_holds)] = ByDesign,
            [nameof(FilterRules.A_filter_function_holds)] = ByDesign,
        },
    };

    /// <summary>Every entry: subject, rule, remark.</summary>
    public static IEnumerable<(string Subject, string Rule, string Remark)> All =>
        s_bySubject.SelectMany(subject => subject.Value.Select(entry => (subject.Key, entry.Key, entry.Value)));

    /// <summary>Why a subject breaks a rule; null where it does not.</summary>
    public static string? Of(string subject, string rule) =>
        s_bySubject.TryGetValue(subject, out Dictionary<string, string>? rules) && rules.TryGetValue(rule, out string? remark) ? remark : null;
}
