using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesRules.Host.Commands;

namespace SalesRules.Host.Configuration;

/// <summary>A settings file that a command changes: values are set in it, everything else stays as it is, and it is replaced in one step.</summary>
internal sealed class SettingsFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject root;

    private SettingsFile(string path, JsonObject root) => (Path, this.root) = (path, root);

    /// <summary>Where it really is, links followed.</summary>
    public string Path { get; }

    /// <exception cref="CommandException">It cannot be read, or holds comments, which a change would lose.</exception>
    public static SettingsFile Read(FileInfo file)
    {
        try
        {
            var path = file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file.FullName;
            return new SettingsFile(path, Parse(File.ReadAllText(path), path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CommandException.WrongInput($"The settings {file.FullName} cannot be read: {UnreadableFile.Reason(file.FullName, problem)}.");
        }
    }

    /// <summary>Sets a value where the file has the key, flat (A:B:C) or nested and whatever its case; otherwise adds it, nested.</summary>
    public void Set(string key, JsonNode value) => Set(root, key.Split(':'), value);

    /// <exception cref="CommandException">It cannot be written; it is as it was.</exception>
    public void Write()
    {
        var draft = $"{Path}.{System.IO.Path.GetRandomFileName()}";
        try
        {
            File.WriteAllText(draft, root.ToJsonString(Readable) + Environment.NewLine);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(draft, File.GetUnixFileMode(Path));
            // Whoever starts meanwhile reads the old file or the new one, never a half.
            File.Move(draft, Path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
            throw CommandException.WrongInput($"The settings {Path} cannot be changed: {problem.Message} They are as they were; let this user write to the file and its folder, or name another by --config.");
        }
    }

    private static JsonObject Parse(string text, string path)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw new JsonException("expected an object.");
        }
        catch (JsonException problem)
        {
            throw CommandException.WrongInput(IsReadable(text)
                ? $"The settings {path} hold comments or trailing commas, which a change by this command would lose: change them by hand."
                : $"The settings {path} cannot be read: {problem.Message}");
        }
    }

    private static bool IsReadable(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Lenient) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Set(JsonObject place, ReadOnlySpan<string> key, JsonNode value)
    {
        foreach (var (name, there) in place.ToList())
        {
            var parts = name.Split(':');
            if (!StartsWith(key, parts))
                continue;
            if (parts.Length == key.Length)
                place[name] = value;
            else if (there is JsonObject deeper)
                Set(deeper, key[parts.Length..], value);
            else
                continue;
            return;
        }

        if (key.Length == 1)
        {
            place[key[0]] = value;
            return;
        }

        var added = new JsonObject();
        place[key[0]] = added;
        Set(added, key[1..], value);
    }

    private static bool StartsWith(ReadOnlySpan<string> key, string[] parts)
    {
        if (parts.Length > key.Length)
            return false;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!parts[i].Equals(key[i], StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }
}
