using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Core;

/// <summary>The texts are those that TorchSharp prints.</summary>
public class PrintingTests
{
    private static readonly float[] s_numbers = [0.0f, 3.141f, 6.2834f, 3.14152f, 6.28e-06f, -13.141529f, 0.01f, 4713.14f];

    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    [Fact]
    public void ToString_NoArgument_IsMetadata()
    {
        using var t = zeros(2, 2);
        Assert.Equal("[2x2], type = Float32, device = cpu", t.ToString());
    }

    [Fact]
    public void Jlstr_Scalars_ShowTheValue()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("[], type = Float32, device = cpu, value = 3.14", tensor(3.14f).jlstr(cultureInfo: s_culture));
        Assert.Equal("[], type = Float32, device = cpu, value = 3.14E+000", tensor(3.14f).jlstr("E2", cultureInfo: s_culture));
        Assert.Equal(
            "[], type = ComplexFloat32, device = cpu, value = 3.14+6.28i", tensor((3.14f, 6.28f)).jlstr(cultureInfo: s_culture));
        Assert.Equal("[], type = BFloat16, device = cpu, value = 3.1406", tensor(3.14f).bfloat16().cstr(cultureInfo: s_culture));
    }

    [Fact]
    public void Jlstr_Matrix_AlignsColumns()
    {
        using var t = tensor(s_numbers, 2, 4);
        Assert.Equal(
            "[2x4], type = Float32, device = cpu\n        0   3.141 6.2834 3.1415\n 6.28e-06 -13.142   0.01 4713.1\n",
            t.ToString(true, cultureInfo: s_culture, newLine: "\n"));
    }

    [Fact]
    public void Jlstr_ThreeDimensions_HeadsEachMatrix()
    {
        using var t = tensor((float[])[.. s_numbers, 0.01f, 0, 0, 0, 0, 0, 0, 0], 2, 2, 4);
        Assert.Equal(
            "[2x2x4], type = Float32, device = cpu\n[0,..,..] =\n 0.0000000   3.1410000 6.2834000    3.1415200\n" +
            " 0.0000063 -13.1415300 0.0100000 4713.1400000\n\n[1,..,..] =\n 0.0100000 0.0000000 0.0000000 0.0000000\n" +
            " 0.0000000 0.0000000 0.0000000 0.0000000\n",
            t.jlstr("0.0000000", newLine: "\n", cultureInfo: s_culture));
    }

    [Fact]
    public void Jlstr_WideMatrix_StaysWithinTheLine()
    {
        using var t = zeros(3, 500);
        var lines = t.jlstr(newLine: "\n", cultureInfo: s_culture).Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= 100));
        Assert.Contains("...", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Npstr_Tensors_LookAsInNumPy()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("[0, 0, 0, 0]", zeros(4).npstr(cultureInfo: s_culture));
        Assert.Equal("[1, 1, 1, ... 1, 1, 1]", ones(100, int32).npstr(cultureInfo: s_culture));
        Assert.Equal(
            "[[0, 3.141, 6.2834, 3.1415]\n [6.28e-06, -13.142, 0.01, 4713.1]]",
            tensor(s_numbers, 2, 4).npstr(newLine: "\n", cultureInfo: s_culture));
        Assert.Equal(
            "[[[0, 0]\n  [0, 0]]\n\n [[0, 0]\n  [0, 0]]]", zeros(2, 2, 2).npstr(newLine: "\n", cultureInfo: s_culture));
        Assert.Equal(
            "[[1, 3, 5, ... 15, 17, 19]\n [21, 23, 25, ... 35, 37, 39]\n [41, 43, 45, ... 55, 57, 59]\n ...\n" +
            " [141, 143, 145, ... 155, 157, 159]\n [161, 163, 165, ... 175, 177, 179]\n [181, 183, 185, ... 195, 197, 199]]",
            arange(1, 200, 2).view(10, 10).npstr(newLine: "\n", cultureInfo: s_culture));
    }

    [Fact]
    public void Cstr_Tensors_LookLikeInitializers()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("[4], type = Float32, device = cpu, value = float [] {0f, 0f, 0f, 0f}", zeros(4).cstr(cultureInfo: s_culture));
        Assert.Equal(
            "[2x10], type = Int32, device = cpu, value = \nint [,] {\n {1, 1, 1, ... 1, 1, 1},\n {1, 1, 1, ... 1, 1, 1}\n}",
            ones(2, 10, int32).cstr(newLine: "\n", cultureInfo: s_culture));
        Assert.Equal(
            "[2x2x4], type = Float32, device = cpu, value = \nfloat [,,] {\n {{0f, 0f, 0f, 0f},\n  {0f, 0f, 0f, 0f}},\n" +
            " {{0f, 0f, 0f, 0f},\n  {0f, 0f, 0f, 0f}}\n}",
            zeros(2, 2, 4).cstr(newLine: "\n", cultureInfo: s_culture));
    }

    [Fact]
    public void Str_MetaDevice_IsMetadata()
    {
        using var t = zeros(2, 4, device: META);
        Assert.Equal("[2x4], type = Float32, device = meta", t.str());
    }
}
