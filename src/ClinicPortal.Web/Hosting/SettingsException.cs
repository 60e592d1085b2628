namespace ClinicPortal.Web.Hosting;

/// <summary>The settings cannot be used as they are; the message is a sentence, on a line of its own, for each mistake.</summary>
public sealed class SettingsException(IEnumerable<string> problems) : Exception(string.Join(Environment.NewLine, problems));
