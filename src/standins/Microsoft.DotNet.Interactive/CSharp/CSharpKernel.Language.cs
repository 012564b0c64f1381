using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp.Language;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>What an editor asks while a cell is being written. Answering touches nothing that cells see.</summary>
public partial class CSharpKernel
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(4);
    private static int _isWarm;

    private readonly LanguageService _language;
    private readonly Timer _idle;

    async Task IKernelCommandHandler<RequestCompletions>.HandleAsync(RequestCompletions command, KernelInvocationContext context)
    {
        var code = await AskAsync(command);
        var (items, span) = await Task.Run(() => _language.Complete(code, command.LinePosition, context.Interruption));
        context.Publish(new CompletionsProduced(items, command, span));
    }

    async Task IKernelCommandHandler<RequestHoverText>.HandleAsync(RequestHoverText command, KernelInvocationContext context)
    {
        var code = await AskAsync(command);
        if (await Task.Run(() => _language.Describe(code, command.LinePosition)) is var (content, span))
        {
            context.Publish(new HoverTextProduced(command, content, span));
        }
    }

    async Task IKernelCommandHandler<RequestSignatureHelp>.HandleAsync(RequestSignatureHelp command, KernelInvocationContext context)
    {
        var code = await AskAsync(command);
        context.Publish(await Task.Run(() => _language.Help(code, command)));
    }

    private async Task<Compilation> AskAsync(LanguageServiceCommand command)
    {
        _isWarm = 1;
        await _ready.Value;
        return await _thread.InvokeAsync(() => _compiler.Ask(command.Code));
    }

    /// <summary>The editor's services cost a second to load: when nothing has run for a while, and once in a process.</summary>
    private void WarmUpWhenIdle()
    {
        if (_isWarm == 0 && !IsDisposed)
        {
            _idle.Change(Idle, Timeout.InfiniteTimeSpan);
        }
    }

    private void StayCold()
    {
        if (_isWarm == 0)
        {
            _idle.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private void WarmUp()
    {
        if (IsDisposed || Interlocked.Exchange(ref _isWarm, 1) != 0)
        {
            return;
        }

        new Thread(() =>
        {
            try
            {
                var code = _thread.InvokeAsync(() => _compiler.Ask("\"\".To")).GetAwaiter().GetResult();
                _language.WarmUp(code);
            }
            catch (Exception)
            {
                // Whatever is wrong will be said to the first question.
            }
        })
        { IsBackground = true, Priority = ThreadPriority.BelowNormal, Name = "language" }.Start();
    }
}
