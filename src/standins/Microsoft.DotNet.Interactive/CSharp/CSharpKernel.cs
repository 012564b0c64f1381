using System.Reflection;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp.Language;
using Microsoft.DotNet.Interactive.CSharp.Packages;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.ValueSharing;

namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>
/// Runs C# cells, each one seeing the variables, types and usings of those before it. All of them run on one
/// thread, to which every <c>await</c> returns.
/// </summary>
public partial class CSharpKernel : Kernel,
    IKernelCommandHandler<SubmitCode>,
    IKernelCommandHandler<RequestCompletions>,
    IKernelCommandHandler<RequestDiagnostics>,
    IKernelCommandHandler<RequestHoverText>,
    IKernelCommandHandler<RequestSignatureHelp>,
    IKernelCommandHandler<RequestValue>,
    IKernelCommandHandler<RequestValueInfos>,
    IKernelCommandHandler<SendValue>
{
    private static readonly string[] DefaultImports =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"];

    private readonly ScriptThread _thread = new();
    private readonly SubmissionCompiler _compiler = new(DefaultImports);
    private readonly Variables _variables = new();
    private readonly PackageSession _packages;
    private readonly HashSet<string> _toldWarnings = new(StringComparer.Ordinal);
    private readonly Lazy<Task<FieldInfo>> _ready;

    public CSharpKernel()
        : this("csharp")
    {
    }

    public CSharpKernel(string name)
        : base(name, "C#", "14.0")
    {
        _packages = new PackageSession(this, _compiler);
        _language = new LanguageService(_compiler.Files);
        _idle = new Timer(_ => WarmUp());
        RegisterForDisposal(_compiler);
        RegisterForDisposal(_language);
        RegisterForDisposal(_idle);
        RegisterForDisposal(_thread);
        _ready = new Lazy<Task<FieldInfo>>(StartAsync);
    }

    public bool TryGetValue<T>(string name, out T? value)
    {
        if (_variables.TryRead(name, out var found) && found is T typed)
        {
            value = typed;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Declares a variable for the cells to come.</summary>
    public async Task SetValueAsync(string name, object? value, Type? declaredType)
    {
        await _ready.Value;
        var type = declaredType ?? value?.GetType() ?? typeof(object);
        await _thread.InvokeAsync(() =>
        {
            var submission = _compiler.Compile($"{SourceName.Of(type)} {name};", "value", CancellationToken.None);
            ThrowOnErrors(submission);
            _variables.Reserve();
            submission.Entry!(_variables.Slots).GetAwaiter().GetResult();
            Accept(submission);
            _variables.Write(name, value);
            return true;
        });
    }

    public void AddAssemblyReferences(IEnumerable<string> assemblyPaths)
    {
        foreach (var path in assemblyPaths)
        {
            _compiler.AddReference(Path.GetFullPath(path));
        }
    }

    async Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        StayCold();
        var interruptRequested = await _ready.Value;
        var name = command.SourceName ?? (command.Parameters.TryGetValue("cell", out var cell) ? $"cell {cell}" : $"cell {SubmissionCount}");
        var cancelled = context.Interruption;
        interruptRequested.SetValue(null, false);
        var code = PackageDirectives.MayBeIn(command.Code) ? await _packages.InstallAsync(command, name, context) : command.Code;
        var submission = await _thread.InvokeAsync(() => _compiler.Compile(code, name, cancelled));
        Report([.. submission.Diagnostics.Where(IsNews)], command, context);
        ThrowOnErrors(submission);

        if (submission.Entry is null)
        {
            Accept(submission);
            return;
        }

        using var registration = cancelled.UnsafeRegister(_ => interruptRequested.SetValue(null, true), null);
        _variables.Reserve();
        try
        {
            await _thread.RunAsync(() => RunAsync(submission, command, context), cancelled);
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            context.Fail(context.Command, new OperationCanceledException("Interrupted.", cancelled), "Interrupted.");
        }
        catch (Exception exception)
        {
            var message = UserTrace.Of(exception, _compiler.Files);
            context.Publish(new ErrorProduced(message, command));
            context.Fail(context.Command, exception, message);
        }
        finally
        {
            // Also after a failure: what the cell declared and assigned up to there stays.
            if (_variables.IsNextTaken)
            {
                Accept(submission);
            }

            WarmUpWhenIdle();
        }
    }

    async Task IKernelCommandHandler<RequestDiagnostics>.HandleAsync(RequestDiagnostics command, KernelInvocationContext context)
    {
        await _ready.Value;
        var diagnostics = await _thread.InvokeAsync(() => _compiler.Check(command.Code, "code", context.Interruption));
        Report(diagnostics, command, context);
    }

    Task IKernelCommandHandler<RequestValue>.HandleAsync(RequestValue command, KernelInvocationContext context)
    {
        if (!_variables.TryRead(command.Name, out var value))
        {
            throw new InvalidOperationException($"There is no variable '{command.Name}'.");
        }

        context.Publish(new ValueProduced(value, command.Name, FormattedValue.CreateSingleFromObject(value, command.MimeType), command));
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestValueInfos>.HandleAsync(RequestValueInfos command, KernelInvocationContext context)
    {
        var mimeType = command.MimeType == "text/plain+summary" ? PlainTextFormatter.MimeType : command.MimeType;
        var infos = _variables.All()
            .Select(v => new KernelValueInfo(v.Name, FormattedValue.CreateSingleFromObject(v.Value, mimeType), v.Type, TypeName.Of(v.Type)))
            .ToList();
        context.Publish(new ValueInfosProduced(infos, command));
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<SendValue>.HandleAsync(SendValue command, KernelInvocationContext context) => SetValueAsync(command.Name, command.Value, null);

    /// <summary>An exception's message and the frames of cells and loaded files.</summary>
    internal string Describe(Exception exception) => UserTrace.Of(exception, _compiler.Files);

    internal void AddImport(string import) => _compiler.AddImport(import);

    private static async Task RunAsync(Submission submission, Variables variables, SubmitCode command, KernelInvocationContext context)
    {
        KernelInvocationContext.Current = context;
        var value = await submission.Entry!(variables.Slots);
        if (value is not null)
        {
            context.Publish(new ReturnValueProduced(value, command, FormattedValue.CreateManyFromObject(value)));
        }
    }

    private Task RunAsync(Submission submission, SubmitCode command, KernelInvocationContext context) =>
        RunAsync(submission, _variables, command, context);

    /// <summary>Compiles and runs the first submission, which holds the flag that checkpoints read.</summary>
    private Task<FieldInfo> StartAsync() => _thread.InvokeAsync(() =>
    {
        var submission = _compiler.Compile(Checkpoints.Declaration + "\ntypeof(__Interrupt)", "kernel", CancellationToken.None);
        ThrowOnErrors(submission);
        _variables.Reserve();
        var flag = (Type)submission.Entry!(_variables.Slots).GetAwaiter().GetResult();
        Accept(submission);
        return flag.GetField("Requested")!;
    });

    /// <summary>A loaded file's warnings are told once, however often a cell loads it.</summary>
    private bool IsNews(CellDiagnostic diagnostic) => diagnostic.IsError || !Path.IsPathRooted(diagnostic.Path) || _toldWarnings.Add(diagnostic.ToString());

    private void Accept(Submission submission)
    {
        if (submission.LeavesNothing)
        {
            return;
        }

        if (submission.Entry is not null)
        {
            _variables.Advance();
        }

        _compiler.Accept(submission);
    }

    private static void Report(IReadOnlyList<CellDiagnostic> diagnostics, KernelCommand command, KernelInvocationContext context)
    {
        if (diagnostics.Count > 0)
        {
            context.Publish(new DiagnosticsProduced(
                [.. diagnostics.Select(d => new Diagnostic(d.Span, d.Severity, d.Code, d.Message))],
                [.. diagnostics.Select(d => new FormattedValue(PlainTextFormatter.MimeType, d.ToString()))],
                command));
        }
    }

    private static void ThrowOnErrors(Submission submission)
    {
        var errors = submission.Diagnostics.Where(d => d.IsError).ToList();
        if (errors.Count > 0)
        {
            throw new CodeSubmissionCompilationErrorException(new CompilationErrorException(string.Join('\n', errors), []));
        }
    }
}
