using System.Buffers;
using System.Threading.Channels;

namespace Governance;

/// <summary>The one loop that writes. What waits while the disk is busy is written and flushed together (group commit).</summary>
internal sealed class JournalWriter : IAsyncDisposable
{
    private const int LargestBatch = 1024;

    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(8 * LargestBatch) { SingleReader = true });
    private readonly JournalFolder _folder;
    private readonly JournalFile _file;
    private readonly JournalHead _head;
    private readonly Task _loop;
    private LogPosition _last;
    private long _length;
    private JournalException? _broken;

    public JournalWriter(JournalFolder folder, JournalFile file, JournalHead head, LogPosition last, long length)
    {
        _folder = folder;
        _file = file;
        _head = head;
        _last = last;
        _length = length;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>The bytes that are known to be on the disk.</summary>
    public long DurableLength => Interlocked.Read(ref _length);

    // No cancellation from here on: a record that is in the queue is going to be written.
    public async Task<LogPosition> AppendAsync(ActionRecord record, string? input, string? output)
    {
        var waiting = new Waiting(record, input, output);
        try
        {
            await _queue.Writer.WriteAsync(waiting).ConfigureAwait(false);
        }
        catch (ChannelClosedException e)
        {
            throw new JournalException($"The journal in {_folder.Path} is closed.", e);
        }

        return await waiting.Done.Task.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
        _file.Dispose();
        _head.Dispose();
    }

    private async Task RunAsync()
    {
        var batch = new List<Waiting>();
        var positions = new List<LogPosition>();
        var bytes = new ArrayBufferWriter<byte>(256 * 1024);
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            batch.Clear();
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var waiting))
            {
                batch.Add(waiting);
            }

            WriteBatch(batch, positions, bytes);
        }
    }

    private void WriteBatch(List<Waiting> batch, List<LogPosition> positions, ArrayBufferWriter<byte> bytes)
    {
        positions.Clear();
        bytes.ResetWrittenCount();
        try
        {
            if (_broken is not null)
            {
                throw _broken;
            }

            var last = _last;
            foreach (var waiting in batch)
            {
                bytes.Write(JournalRecord.Write(last.Sequence + 1, last.Hash, waiting.Record, waiting.Input, waiting.Output, out var hash));
                bytes.Write("\n"u8);
                last = new LogPosition(last.Sequence + 1, hash);
                positions.Add(last);
            }

            Store(bytes.WrittenMemory);
            _last = last;
            Interlocked.Add(ref _length, bytes.WrittenCount);
            Mend(() => _head.Write(last));
        }
        catch (Exception e)
        {
            var failure = e as JournalException ?? new JournalException($"The journal in {_folder.Path} cannot be written: {e.Message}", e);
            batch.ForEach(waiting => waiting.Done.SetException(failure));
            return;
        }

        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].Done.SetResult(positions[i]);
        }
    }

    private void Store(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            _file.Write(bytes, _length);
        }
        catch (Exception)
        {
            // A full disk may take part of it. What was taken is taken back, so that the next record finds a whole end.
            Mend(() => _file.CutTo(_length));
            throw;
        }

        // After a failed flush nobody knows what is on the disk; only opening and reading it again tells.
        Mend(_file.Flush);
    }

    private void Mend(Action act)
    {
        try
        {
            act();
        }
        catch (Exception e)
        {
            _broken = new JournalException(
                $"The journal in {_folder.Path} cannot be written: {e.Message} It stays closed until the process starts again and verifies it.", e);
            throw _broken;
        }
    }

    private sealed record Waiting(ActionRecord Record, string? Input, string? Output)
    {
        public TaskCompletionSource<LogPosition> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
