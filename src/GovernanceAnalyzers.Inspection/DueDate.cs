using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Inspection.Evidence;

namespace GovernanceAnalyzers.Inspection;

/// <summary>How pressing a declared date is on the day on which it is judged.</summary>
public enum DueDateState
{
    /// <summary>Its last day is today or at most <see cref="DueDate.NoticeDays"/> days ahead.</summary>
    Near,

    /// <summary>Its last day is past, by less than <see cref="DueDate.GraceDays"/> days.</summary>
    Past,

    /// <summary>Its last day is past by <see cref="DueDate.GraceDays"/> days or more.</summary>
    Overdue,
}

/// <summary>A date that a declaration set itself, near its end or past it. What the compiler must not judge is judged here (GVN3001, GVN1016).</summary>
/// <param name="rule">The rule that asks about it.</param>
/// <param name="state">How pressing it is.</param>
/// <param name="message">What ends or ended when, and what to do; one line, without a full stop.</param>
public sealed class DueDate(string rule, DueDateState state, string message)
{
    /// <summary>So many days before its last day, a date is spoken of.</summary>
    public const int NoticeDays = 30;

    /// <summary>So many days after its last day, it is an error of the build.</summary>
    public const int GraceDays = 14;

    /// <summary>The rule that asks about it.</summary>
    public string Rule { get; } = rule;

    /// <summary>How pressing it is.</summary>
    public DueDateState State { get; } = state;

    /// <summary>What ends or ended when, and what to do; one line, without a full stop.</summary>
    public string Message { get; } = message;

    /// <summary>The dates of a manifest that are near or past, the oldest first.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="named">
    /// The MSBuild property <c>GovernanceDate</c>: the day on which they are judged (<c>yyyy-MM-dd</c>), where it names one, and on which the compiler has
    /// judged sunsets and reviews itself. Else the clock's day counts, in UTC; GVN9003 reports what cannot be read.
    /// </param>
    public static IReadOnlyList<DueDate> In(WrittenManifest manifest, string? named)
        => Date(named?.Trim()) is { } day ? In(manifest, day, isJudgedByCompiler: true) : In(manifest, DateTime.UtcNow.Date, isJudgedByCompiler: false);

    internal static IReadOnlyList<DueDate> In(WrittenManifest manifest, DateTime today, bool isJudgedByCompiler)
        => [.. Waivers(manifest, today).Concat(isJudgedByCompiler ? [] : Workflows(manifest, today))
            .OrderBy(d => d.Day).ThenBy(d => d.Due.Message, StringComparer.Ordinal).Select(d => d.Due)];

    /// <summary>A waiver whose date is missing or no date holds for nothing, which GVN3002 says.</summary>
    private static IEnumerable<(DateTime Day, DueDate Due)> Waivers(WrittenManifest manifest, DateTime today)
    {
        foreach (var waiver in manifest.List("waivers"))
        {
            if (Date(waiver["until"]?.Text) is { } until && StateOf(until, today) is { } state)
            {
                var what = $"The waiver of {waiver["rule"]?.Text} for {manifest.TitleOf(waiver["target"]?.Text ?? "")}";
                yield return (until, new("GVN3001", state, state switch
                {
                    DueDateState.Near => $"{what} ends {When(until, today)}. Until then correct what it waives, or have its approver set a later date",
                    DueDateState.Past => $"{what} ended {When(until, today)}; from {Text(until.AddDays(GraceDays))} on that is an error. Correct what it waives and "
                                       + "remove it, or have its approver set a later date",
                    _ => $"{what} ended {When(until, today)}. Correct what it waives and remove it, or have its approver set a later date",
                }));
            }
        }
    }

    /// <summary>Sunsets and reviews are promises: reported once they are broken, and never an error.</summary>
    private static IEnumerable<(DateTime Day, DueDate Due)> Workflows(WrittenManifest manifest, DateTime today)
    {
        foreach (var workflow in manifest.List("workflows").Where(w => !IsWaived(manifest, w["type"]?.Text, today)))
        {
            if (workflow["sunset"]?["date"]?.Text is { } date && Date(date) is { } sunset && today > sunset)
            {
                yield return (sunset, Late(workflow, $"its sunset was on {date}; decide about it, and write the new date or take it out"));
            }

            foreach (var review in workflow["reviews"]?.Items ?? [])
            {
                if (Date(review["last"]?.Text) is { } last && review["everyDays"]?.Number is > 0 and var days && (today - last).TotalDays > days)
                {
                    yield return (last, Late(workflow, $"its review '{review["kind"]?.Text}' was last on {Text(last)} and is due every {days} days; hold it, and write its day"));
                }
            }
        }
    }

    private static DueDate Late(JsonTree workflow, string what) => new("GVN1016", DueDateState.Past, $"Workflow '{workflow["id"]?.Text}': {what}");

    private static bool IsWaived(WrittenManifest manifest, string? type, DateTime today) => manifest.List("waivers").Any(waiver =>
        waiver["rule"]?.Text == "GVN1016" && (waiver["target"]?.Text == type || waiver["target"]?.Text == DeclaredWaiver.Assembly) && Date(waiver["until"]?.Text) >= today);

    private static DueDateState? StateOf(DateTime lastDay, DateTime today) => (lastDay - today).Days switch
    {
        > NoticeDays => null,
        >= 0 => DueDateState.Near,
        > -GraceDays => DueDateState.Past,
        _ => DueDateState.Overdue,
    };

    private static string When(DateTime day, DateTime today) => (day - today).Days switch
    {
        0 => $"today, {Text(day)}",
        1 => $"tomorrow, {Text(day)}",
        -1 => $"yesterday, {Text(day)}",
        > 0 and var days => $"on {Text(day)}, in {days} days",
        var days => $"on {Text(day)}, {-days} days ago",
    };

    private static string Text(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime? Date(string? text)
        => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
