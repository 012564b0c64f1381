using System.Text.Json.Nodes;

namespace PaperSharp.Jupyter;

/// <summary>The entry under which Jupyter and VS Code find the kernel.</summary>
public static class KernelSpec
{
    /// <summary>The kernel's name in notebooks, the one that .NET Interactive uses too.</summary>
    public const string Name = ".net-csharp";

    /// <summary>The kernel's name in menus.</summary>
    public const string DisplayName = ".NET (C#)";

    /// <summary>Installs the kernel for this user, or under a prefix as `jupyter kernelspec install --prefix` does.</summary>
    /// <param name="command">The command that starts the kernel, without the connection file: program and arguments.</param>
    /// <param name="prefix">A folder such as <c>/usr/local</c> or a virtual environment; null for the user's own.</param>
    /// <returns>The folder that was written.</returns>
    public static string Install(IReadOnlyList<string> command, string? prefix = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        var folder = FolderOf(prefix);
        Directory.CreateDirectory(folder);
        var argv = new JsonArray([.. command.Select(argument => (JsonNode)argument), "--connection-file", "{connection_file}"]);
        var specification = new JsonObject
        {
            ["argv"] = argv,
            ["display_name"] = DisplayName,
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["metadata"] = new JsonObject { ["debugger"] = false },
        };
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
        {
            // An SDK that was unpacked by hand is not found by a kernel that an editor starts.
            specification["env"] = new JsonObject { ["DOTNET_ROOT"] = root };
        }

        File.WriteAllText(Path.Combine(folder, "kernel.json"), specification.ToJsonString(new() { WriteIndented = true }) + "\n");
        return folder;
    }

    /// <summary>Removes what <see cref="Install"/> wrote.</summary>
    /// <returns>The folder that was removed, or null when the kernel was not installed there.</returns>
    public static string? Remove(string? prefix = null)
    {
        var folder = FolderOf(prefix);
        if (!File.Exists(Path.Combine(folder, "kernel.json")))
        {
            return null;
        }

        Directory.Delete(folder, recursive: true);
        return folder;
    }

    /// <summary>Where the kernel is or would be installed.</summary>
    public static string FolderOf(string? prefix = null) =>
        Path.Combine(prefix is null ? UserDataFolder() : Path.Combine(prefix, "share", "jupyter"), "kernels", Name);

    private static string UserDataFolder()
    {
        if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } chosen)
        {
            return chosen;
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows())
        {
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
        }

        if (OperatingSystem.IsMacOS())
        {
            return Path.Combine(home, "Library", "Jupyter");
        }

        var data = Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } xdg ? xdg : Path.Combine(home, ".local", "share");
        return Path.Combine(data, "jupyter");
    }
}
