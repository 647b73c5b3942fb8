using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shop.Refunds;

/// <summary>A ledger in two files: the shop's payments, and what was refunded and reversed since, one JSON line each.</summary>
public sealed class FileLedger : IPaymentLedger
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);
    private readonly string _path;
    private readonly Dictionary<string, Payment> _payments;
    private readonly List<Entry> _entries;

    /// <summary>Opens a ledger.</summary>
    /// <param name="paymentsPath">The payments, read only.</param>
    /// <param name="path">Refunds and reversals; made when the first one is written.</param>
    public FileLedger(string paymentsPath, string path)
    {
        _path = path;
        _payments = Lines<PaymentLine>(paymentsPath).ToDictionary(
            line => line.OrderId, line => new Payment(line.OrderId, line.Paid, line.Currency, line.PaidOn), StringComparer.Ordinal);
        _entries = [.. Lines<Entry>(path)];
    }

    /// <summary>What stands refunded now.</summary>
    public decimal Refunded(string orderId)
        => _entries.Where(entry => entry.OrderId == orderId).Sum(entry => entry.Sign * entry.Amount);

    /// <summary>the sum and number of the refunds that stand, by currency.</summary>
    public string Summary()
        => string.Join(", ", _entries.GroupBy(entry => entry.Currency).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
        {
            var (count, sum) = (group.Sum(entry => entry.Sign), group.Sum(entry => entry.Sign * entry.Amount));
            return string.Create(CultureInfo.InvariantCulture, $"{sum:0.00} {group.Key} ({count})");
        }));

    /// <inheritdoc/>
    public Task<Payment?> FindPaymentAsync(string orderId, CancellationToken cancellationToken)
        => Task.FromResult(_payments.GetValueOrDefault(orderId));

    /// <inheritdoc/>
    public async Task<Receipt> RefundAsync(
        string orderId, decimal amount, string currency, string idempotencyKey, CancellationToken cancellationToken)
    {
        if (_entries.Find(entry => entry.Kind == "refund" && entry.Key == idempotencyKey) is { } earlier)
        {
            return new(earlier.Id, earlier.OrderId, earlier.Amount, earlier.Currency);
        }

        if (!_payments.TryGetValue(orderId, out var payment))
        {
            throw new InvalidOperationException($"The ledger has no order {orderId}.");
        }

        var left = payment.Paid - Refunded(orderId);
        if (currency != payment.Currency || amount > left)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"Order {orderId} has only {left:0.00} {payment.Currency} left to refund."));
        }

        var entry = new Entry("refund", $"r-{_entries.Count + 1}", orderId, amount, currency, idempotencyKey);
        await WriteAsync(entry, cancellationToken);
        return new(entry.Id, orderId, amount, currency);
    }

    /// <inheritdoc/>
    public async Task ReverseAsync(string idempotencyKey, CancellationToken cancellationToken)
    {
        var refund = _entries.Find(entry => entry.Kind == "refund" && entry.Key == idempotencyKey);
        if (refund is not null && !_entries.Exists(entry => entry.Kind == "reversal" && entry.Key == idempotencyKey))
        {
            await WriteAsync(refund with { Kind = "reversal", Id = $"r-{_entries.Count + 1}" }, cancellationToken);
        }
    }

    private async Task WriteAsync(Entry entry, CancellationToken cancellationToken)
    {
        await File.AppendAllTextAsync(_path, JsonSerializer.Serialize(entry, s_json) + "\n", cancellationToken);
        _entries.Add(entry);
    }

    private static IEnumerable<T> Lines<T>(string path)
        => File.Exists(path)
            ? File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<T>(line, s_json)!)
            : [];

    private sealed record PaymentLine(string OrderId, decimal Paid, string Currency, DateOnly PaidOn);

    private sealed record Entry(string Kind, string Id, string OrderId, decimal Amount, string Currency, string Key)
    {
        [JsonIgnore]
        public int Sign => Kind == "refund" ? 1 : -1;
    }
}
