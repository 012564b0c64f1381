using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Recommendations;

namespace Microsoft.DotNet.Interactive.CSharp.Language;

/// <summary>
/// The cells as Roslyn's workspaces want them, one project per submission, for its recommender. Nothing of it is
/// loaded before somebody asks; a question adds the cells that have come since the last one.
/// </summary>
internal sealed class LanguageWorkspace : IDisposable
{
    private static readonly Lazy<MefHostServices> Host = new(() =>
        MefHostServices.Create([typeof(Workspace).Assembly, System.Reflection.Assembly.Load("Microsoft.CodeAnalysis.CSharp.Workspaces")]));

    private readonly AdhocWorkspace _workspace = new(Host.Value);
    private readonly Dictionary<Compilation, ProjectId> _projects = new(ReferenceEqualityComparer.Instance);
    private Solution _solution;

    public LanguageWorkspace() => _solution = _workspace.CurrentSolution;

    /// <summary>The code of the submission as a document that sees the submissions before it; it is not kept.</summary>
    public Document Open(Compilation question, IEnumerable<MetadataReference> more)
    {
        lock (_projects)
        {
            var chain = new Stack<Compilation>();
            for (var c = Previous(question); c is not null && !_projects.ContainsKey(c); c = Previous(c))
            {
                chain.Push(c);
            }

            while (chain.TryPop(out var accepted))
            {
                (_solution, _projects[accepted]) = Add(accepted, accepted.ExternalReferences);
            }

            // A solution hands its compilations on to those that are made from it, but not back: bind the cells in this one.
            if (Previous(question) is { } before)
            {
                _ = _solution.GetProject(_projects[before])!.GetCompilationAsync().GetAwaiter().GetResult();
            }

            var known = question.ExternalReferences.Select(r => r.Display).ToHashSet();
            var (asked, id) = Add(question, question.ExternalReferences.Concat(more.Where(r => !known.Contains(r.Display))));
            return asked.GetProject(id)!.Documents.Single();
        }
    }

    /// <summary>What may stand at the position, in Roslyn's judgement of the context.</summary>
    public static IReadOnlyList<ISymbol> Recommend(Document document, int position, CancellationToken cancellationToken) =>
        [.. Recommender.GetRecommendedSymbolsAtPositionAsync(document, position, cancellationToken: cancellationToken).GetAwaiter().GetResult()];

    public void Dispose() => _workspace.Dispose();

    private static Compilation? Previous(Compilation compilation) => compilation.ScriptCompilationInfo?.PreviousScriptCompilation;

    private (Solution Solution, ProjectId Id) Add(Compilation submission, IEnumerable<MetadataReference> references)
    {
        var id = ProjectId.CreateNewId();
        var tree = submission.SyntaxTrees.Last();
        var name = submission.AssemblyName ?? "submission";
        var text = TextLoader.From(TextAndVersion.Create(tree.GetText(), VersionStamp.Default));
        return (_solution.AddProject(ProjectInfo.Create(
            id,
            VersionStamp.Default,
            name,
            name,
            LanguageNames.CSharp,
            compilationOptions: submission.Options,
            parseOptions: tree.Options,
            documents: [DocumentInfo.Create(DocumentId.CreateNewId(id), tree.FilePath, sourceCodeKind: SourceCodeKind.Script, loader: text, filePath: tree.FilePath)],
            projectReferences: Previous(submission) is { } previous ? [new ProjectReference(_projects[previous])] : [],
            metadataReferences: references,
            isSubmission: true)), id);
    }
}
