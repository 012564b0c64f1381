using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

/// <summary>The package's own file format: LEB128 counts, names, then element type, shape and bytes of each tensor.</summary>
public class ModuleFileTests
{
    [Fact]
    public void Save_Linear_WritesThePackagesBytes()
    {
        using var model = nn.Linear(2, 1);
        nn.init.constant_(model.weight, 1);
        nn.init.constant_(model.bias!, -2);
        using var stream = new MemoryStream();

        model.save(stream);

        byte[] expected =
        [
            2, // entries
            6, .. "weight"u8, 6 /* Float32 */, 2 /* dimensions */, 1, 2, 0x00, 0x00, 0x80, 0x3f, 0x00, 0x00, 0x80, 0x3f,
            4, .. "bias"u8, 6, 1, 1, 0x00, 0x00, 0x00, 0xc0,
        ];
        Assert.Equal(expected, stream.ToArray());
    }

    [Fact]
    public void Save_SizesBeyondOneByte_AreLEB128()
    {
        using var buffer = new MemoryStream();
        using (var tensor = zeros(300, dtype: uint8))
        {
            tensor.Save(buffer);
        }

        Assert.Equal([0, 1, 0xac, 0x02, 0, 0], buffer.ToArray()[..6]);
        Assert.Equal(304, buffer.Length);
    }

    [Fact]
    public void Load_OfSaved_RestoresParametersAndBuffers()
    {
        using var scope = NewDisposeScope();
        var path = Path.GetTempFileName();
        var (source, target) = (Model(1), Model(2));
        source.call(randn(8, 3, 6, 6));

        source.save(path);
        var loaded = new Dictionary<string, bool>();
        target.load(path, loadedParameters: loaded);
        File.Delete(path);

        Assert.All(source.state_dict(), entry => Assert.Equal(Values.Of(entry.Value), Values.Of(target.state_dict()[entry.Key])));
        Assert.Equal(source.state_dict().Keys, loaded.Keys);
    }

    [Fact]
    public void Load_TransposedParameter_KeepsItsElements()
    {
        using var scope = NewDisposeScope();
        var source = nn.Linear(nn.Parameter(arange(6, dtype: float32).view(2, 3).t()));
        var target = nn.Linear(2, 3, hasBias: false);
        using var stream = new MemoryStream();

        source.save(stream);
        target.load(new MemoryStream(stream.ToArray()));

        Assert.Equal([0, 3, 1, 4, 2, 5], Values.Of(target.weight));
    }

    [Fact]
    public void Load_OtherShapeTypeOrNames_Throws()
    {
        using var stream = new MemoryStream();
        using var model = nn.Linear(2, 1);
        model.save(stream);
        var bytes = stream.ToArray();

        Assert.Throws<ArgumentException>(() => nn.Linear(3, 1).load(new MemoryStream(bytes)));
        Assert.Throws<ArgumentException>(() => nn.Linear(2, 1, dtype: float64).load(new MemoryStream(bytes)));
        Assert.Throws<ArgumentException>(() => nn.Sequential(nn.Linear(2, 1)).load(new MemoryStream(bytes)));
        Assert.Throws<FileNotFoundException>(() => model.load("/no/such/file"));
    }

    [Fact]
    public void Load_NotStrictWithSkip_LeavesTheRestAlone()
    {
        using var scope = NewDisposeScope();
        var (source, target) = (nn.Linear(2, 1), nn.Linear(2, 1));
        var bias = Values.Of(target.bias!);
        using var stream = new MemoryStream();
        source.save(stream);

        target.load(new MemoryStream(stream.ToArray()), skip: ["bias"]);

        Assert.Equal(Values.Of(source.weight), Values.Of(target.weight));
        Assert.Equal(bias, Values.Of(target.bias!));
    }

    [Fact]
    public void LoadStateDict_MissingOrUnexpectedNames_ThrowsOrReports()
    {
        using var scope = NewDisposeScope();
        var model = nn.Linear(2, 1);
        var state = new Dictionary<string, Tensor> { ["weight"] = ones(1, 2), ["other"] = ones(1) };

        Assert.Throws<InvalidOperationException>(() => model.load_state_dict(state));
        var (missing, unexpected) = model.load_state_dict(state, strict: false);

        Assert.Equal(["bias"], missing);
        Assert.Equal(["other"], unexpected);
        Assert.Equal([1, 1], Values.Of(model.weight));
    }

    private static Modules.Sequential Model(long seed)
    {
        manual_seed(seed);
        return nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.Flatten(), nn.Linear(64, 5));
    }
}
