using System.Text.Json;
using System.Text.RegularExpressions;
using PaperSharp.Data;

namespace PaperSharp.Tests.Data;

public class DatasetManifestTests
{
    [Fact]
    public void Embedded_EveryDataset_IsComplete()
    {
        Assert.NotEmpty(DatasetManifest.Embedded.Datasets);
        Assert.All(DatasetManifest.Embedded.Datasets, dataset =>
        {
            Assert.All([dataset.Name, dataset.Title, dataset.Description, dataset.Licence, dataset.Citation], text => Assert.NotEmpty(text));
            Assert.All(dataset.Sources, source => Assert.EndsWith("/", source.AbsoluteUri));
            Assert.All(dataset.Files, file => Assert.Matches(new Regex("^[0-9a-f]{64}$"), file.Sha256));
            Assert.All(dataset.Files, file => Assert.True(file.Bytes > 0));
        });
    }

    [Fact]
    public void Find_AnyCase_FindsIt() => Assert.Equal("MNIST", DatasetManifest.Embedded.Find("Mnist").Title);

    [Fact]
    public void Parse_NoDatasets_Throws() => Assert.Throws<JsonException>(() => DatasetManifest.Parse("{}"));
}
