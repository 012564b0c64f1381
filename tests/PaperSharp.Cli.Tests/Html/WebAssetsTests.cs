using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using PaperSharp.Cli.Html;

namespace PaperSharp.Cli.Tests.Html;

public sealed class WebAssetsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("web-assets-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task EnsureAsync_WithoutNpm_UnpacksTheLockedArchive()
    {
        var archive = Archive(("package/package.json", """{"name":"katex","version":"1.2.3"}"""), ("package/dist/katex.min.js", "script"));
        var registry = new Registry(archive);

        var assets = Locked("katex", "1.2.3", archive);
        await assets.EnsureAsync(npm: null, registry, CancellationToken.None);

        Assert.Equal("https://registry.npmjs.org/katex/-/katex-1.2.3.tgz", Assert.Single(registry.Asked).ToString());
        Assert.Equal("script", assets.KatexJs);
        Assert.True(assets.AreComplete());
    }

    [Fact]
    public async Task EnsureAsync_Complete_AsksNobody()
    {
        var archive = Archive(("package/package.json", """{"version":"1.2.3"}"""));
        var assets = Locked("katex", "1.2.3", archive);
        await assets.EnsureAsync(npm: null, new Registry(archive), CancellationToken.None);

        var registry = new Registry(archive);
        await assets.EnsureAsync(npm: null, registry, CancellationToken.None);

        Assert.Empty(registry.Asked);
    }

    [Fact]
    public async Task EnsureAsync_AnotherVersionThere_ReplacesIt()
    {
        var archive = Archive(("package/package.json", """{"version":"1.2.3"}"""));
        var old = Directory.CreateDirectory(Path.Combine(_folder.FullName, "node_modules", "katex"));
        File.WriteAllText(Path.Combine(old.FullName, "package.json"), """{"version":"1.0.0"}""");
        File.WriteAllText(Path.Combine(old.FullName, "left-over.js"), "");

        await Locked("katex", "1.2.3", archive).EnsureAsync(npm: null, new Registry(archive), CancellationToken.None);

        Assert.Equal(["package.json"], old.GetFiles().Select(file => file.Name));
    }

    [Fact]
    public async Task EnsureAsync_WrongChecksum_UnpacksNothingAndSaysSo()
    {
        var assets = Locked("katex", "1.2.3", Archive(("package/a", "expected")));

        var error = await Assert.ThrowsAsync<PapersException>(() =>
            assets.EnsureAsync(npm: null, new Registry(Archive(("package/a", "other"))), CancellationToken.None));

        Assert.Contains("checksum", error.Message, StringComparison.Ordinal);
        Assert.Contains("npm ci", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_folder.FullName, "node_modules")));
    }

    [Fact]
    public async Task EnsureAsync_NoNetwork_SaysWhatToRun()
    {
        var assets = Locked("katex", "1.2.3", []);

        var error = await Assert.ThrowsAsync<PapersException>(() =>
            assets.EnsureAsync(npm: null, new Registry(null), CancellationToken.None));

        Assert.Contains("katex 1.2.3", error.Message, StringComparison.Ordinal);
        Assert.Contains($"Run 'npm ci' in {_folder.FullName}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("package/../../escaped.txt")]
    [InlineData("other/file.txt")]
    public async Task EnsureAsync_FileOutsideThePackage_IsRefused(string name)
    {
        var archive = Archive(("package/package.json", """{"version":"1.2.3"}"""), (name, "x"));

        var error = await Assert.ThrowsAsync<PapersException>(() =>
            Locked("katex", "1.2.3", archive).EnsureAsync(npm: null, new Registry(archive), CancellationToken.None));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_folder.FullName, "node_modules")));
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "escaped.txt")));
    }

    [Fact]
    public void Locked_NoLockFile_SaysWhichFile() =>
        Assert.Contains("package-lock.json", Assert.Throws<PapersException>(() => new WebAssets(_folder.FullName).Locked()).Message, StringComparison.Ordinal);

    [Fact]
    public void Address_ScopedName_FollowsTheRegistry() => Assert.Equal(
        "https://registry.npmjs.org/@scope/name/-/name-1.0.0.tgz",
        new LockedPackage("@scope/name", "1.0.0", "").Address.ToString());

    [Fact]
    public void Locked_TheRepositorysFile_HasPlotlyAndKatex()
    {
        var packages = new WebAssets(Path.Combine(Repository.Find().Root, "environment", "web")).Locked();

        Assert.Contains(packages, package => package is { Name: "plotly.js-dist-min", Version: "4.1.2" });
        Assert.Contains(packages, package => package is { Name: "katex", Version: "0.19.1" });
        Assert.All(packages, package => Assert.StartsWith("sha512-", package.Integrity, StringComparison.Ordinal));
    }

    private WebAssets Locked(string name, string version, byte[] archive)
    {
        var integrity = "sha512-" + Convert.ToBase64String(SHA512.HashData(archive));
        File.WriteAllText(
            Path.Combine(_folder.FullName, "package-lock.json"),
            $$$$"""{"packages":{"":{},"node_modules/{{{{name}}}}":{"version":"{{{{version}}}}","integrity":"{{{{integrity}}}}"}}}""");
        return new WebAssets(_folder.FullName);
    }

    private static byte[] Archive(params (string Name, string Text)[] files)
    {
        using var archive = new MemoryStream();
        using (var zip = new GZipStream(archive, CompressionMode.Compress, leaveOpen: true))
        using (var tar = new TarWriter(zip, TarEntryFormat.Ustar))
        {
            foreach (var (name, text) in files)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
            }
        }

        return archive.ToArray();
    }

    /// <summary>A registry with one archive, or one that cannot be reached.</summary>
    private sealed class Registry(byte[]? archive) : HttpMessageHandler
    {
        public List<Uri> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!);
            return archive is null
                ? throw new HttpRequestException("No such host is known.")
                : Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(archive) });
        }
    }
}
