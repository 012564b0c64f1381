namespace PaperSharp.Tests.Notebook;

public class SettingsOverridesTests
{
    private static readonly Sample s_settings = new(100, 5_000_000_000, 0.001, false, "adam");

    [Fact]
    public void Apply_Nothing_KeepsValues()
    {
        Assert.Equal(s_settings, SettingsOverrides.Apply(s_settings, null, out var changed));
        Assert.Empty(changed);
    }

    [Fact]
    public void Apply_EachType_IsParsed()
    {
        var settings = SettingsOverrides.Apply(s_settings, "steps=1,500; Examples=-7;rate = 2.5e-4;attention=True;Optimizer=rmsprop", out var changed);

        Assert.Equal(new Sample(1500, -7, 0.00025, true, "rmsprop"), settings);
        Assert.Equal(["Attention", "Examples", "Optimizer", "Rate", "Steps"], changed.Order());
    }

    [Fact]
    public void Apply_Override_LeavesOriginalAlone()
    {
        SettingsOverrides.Apply(s_settings, "Steps=1", out _);

        Assert.Equal(100, s_settings.Steps);
    }

    [Fact]
    public void Apply_QualifiedName_ConcernsThatRecordOnly()
    {
        Assert.Equal(3, SettingsOverrides.Apply(s_settings, "Sample.Steps=3;Other.Glimpses=4", out _).Steps);
    }

    [Fact]
    public void Apply_UnknownName_ListsNames()
    {
        var error = Assert.Throws<SetupException>(() => SettingsOverrides.Apply(s_settings, "Stepz=3", out _));

        Assert.Contains("'Stepz'", error.Message);
        Assert.Contains("Steps, Examples, Rate, Attention, Optimizer", error.Message);
    }

    [Theory]
    [InlineData("Steps=many", "a whole number")]
    [InlineData("Steps=1.5", "a whole number")]
    [InlineData("Rate=1,5", "a number (decimal point")]
    [InlineData("Attention=1", "true or false")]
    [InlineData("Steps", "not of the form name=value")]
    [InlineData("=3", "not of the form name=value")]
    public void Apply_WrongValue_SaysWhatIsExpected(string overrides, string expected)
    {
        var error = Assert.Throws<SetupException>(() => SettingsOverrides.Apply(s_settings, overrides, out _));

        Assert.Contains(expected, error.Message);
    }

    private sealed record Sample(int Steps, long Examples, double Rate, bool Attention, string Optimizer);
}
