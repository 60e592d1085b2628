using System.Globalization;

namespace ClinicPortal.Core.Editing;

/// <summary>A figure as it is typed: every place that it has, and no noughts at its end.</summary>
public static class PlainNumber
{
    public static string Of(decimal figure) => figure.ToString("0.############################", CultureInfo.InvariantCulture);
}
