using static TorchSharp.torch;

namespace TorchSharp.Tests.Core;

public class DisposeScopeTests
{
    [Fact]
    public void Dispose_Scope_DisposesWhatWasCreatedInIt()
    {
        Tensor a, b, kept, detached;
        using (var outer = NewDisposeScope())
        {
            using (var inner = NewDisposeScope())
            {
                a = ones(2);
                b = a + 1;
                kept = (a * 3).MoveToOuterDisposeScope();
                detached = (a * 4).DetachFromDisposeScope();
                Assert.True(inner.Contains(a));
                Assert.True(outer.Contains(kept));
                Assert.Same(inner, CurrentDisposeScope);
                b.Dispose();
                Assert.False(inner.Contains(b));
            }

            Assert.True(a.IsInvalid);
            Assert.True(b.IsInvalid);
            Assert.False(kept.IsInvalid);
        }

        Assert.True(kept.IsInvalid);
        Assert.False(detached.IsInvalid);
        detached.Dispose();
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void DisposeEverythingBut_KeepsOnlyThat()
    {
        using var scope = NewDisposeScope();
        var tensors = Enumerable.Range(0, 10).Select(i => full(1, i)).ToList();
        var kept = scope.DisposeEverythingBut(tensors[4]);
        Assert.Equal(1, scope.DisposablesCount);
        Assert.Equal(4f, kept.ToSingle());
        Assert.All(tensors.Where(t => !ReferenceEquals(t, kept)), t => Assert.True(t.IsInvalid));
        scope.DisposeEverything();
        Assert.True(kept.IsInvalid);
    }

    [Fact]
    public void Attach_TensorFromOutside_IsOwnedFromThen()
    {
        var outside = ones(2);
        using (var scope = NewDisposeScope())
        {
            scope.Attach(outside);
            Assert.Same(outside, Assert.Single(scope.DisposablesView));
        }

        Assert.True(outside.IsInvalid);
    }

    [Fact]
    public void MoveToOther_FollowsTheOtherTensor()
    {
        using var outer = NewDisposeScope();
        var anchor = ones(1);
        Tensor moved;
        using (NewDisposeScope()) moved = ones(2).MoveToOtherDisposeScope(anchor);
        Assert.False(moved.IsInvalid);
        Assert.True(outer.Contains(moved));
    }

    [Fact]
    public async Task Statistics_CountCreatedAndDisposed()
    {
        // On a thread of its own: the counts are the thread's.
        var counts = await Task.Factory.StartNew(Count, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Assert.Equal(1, counts.CreatedOutsideScopeCount);
        Assert.Equal(2, counts.DisposedOutsideScopeCount);
        Assert.Equal(2, counts.CreatedInScopeCount);
        Assert.Equal(1, counts.DisposedInScopeCount);
        Assert.Equal(1, counts.DetachedFromScopeCount);
        Assert.Equal(0, counts.ThreadTotalLiveCount);

        static LifetimeStatistics Count()
        {
            DisposeScopeManager.Statistics.Reset();
            var outside = ones(1);
            using (NewDisposeScope())
            {
                ones(2);
                ones(3).DetachFromDisposeScope().Dispose();
            }

            outside.Dispose();
            return DisposeScopeManager.Statistics.TensorStatistics;
        }
    }

    [Fact]
    public void WrappedTensorDisposeScope_KeepsOnlyTheResult()
    {
        Tensor? temporary = null;
        using var result = WrappedTensorDisposeScope(() => (temporary = ones(3)) * 2);
        Assert.True(temporary!.IsInvalid);
        Assert.Equal(6f, result.sum().ToSingle());
    }
}
