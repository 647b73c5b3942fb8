using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Generation.Manifest;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Catalogue;

/// <summary>Rows that are for every type of a library give way to those that know better of one.</summary>
public sealed class LibraryRowTests
{
    private const string Libraries = """
        namespace FreeSql
        {
            public interface IInsert<T> { int ExecuteAffrows(); }
            public interface IDelete<T> { int ExecuteAffrows(); }
        }
        namespace ShopifySharp
        {
            public interface IProductService { void CreateAsync(int product); }
            public interface ITransactionService { void CreateAsync(int transaction); }
            public interface IRefundService { void CalculateAsync(int order); void RefundAsync(int order); }
        }
        namespace NPoco
        {
            public interface IDatabase { int Execute(string sql); void InsertBulk(int[] pocos); }
        }
        namespace NPoco.Linq
        {
            public interface IDeleteQueryProvider<T> { int Execute(); }
        }
        namespace Microsoft.Extensions.VectorData
        {
            public interface IVectorStore { void DeleteCollectionAsync(string name); }
            public interface IVectorStoreRecordCollection<TKey, TRecord>
            {
                void CreateCollectionAsync();
                void CreateCollectionIfNotExistsAsync();
                void DeleteCollectionAsync();
                void UpsertAsync(TRecord record);
                void UpsertBatchAsync(TRecord[] records);
                void DeleteAsync(TKey key);
                void DeleteBatchAsync(TKey[] keys);
            }
        }
        namespace RepoDb
        {
            public class BaseRepository<TEntity, TConnection> { public int Delete(TEntity entity) => 0; }
            public class QueryBuilder { public QueryBuilder Delete() => this; }
        }
        """;

    private static readonly Compilation s_libraries = CSharpCompilation.Create(
        "libraries", [CSharpSyntaxTree.ParseText(Libraries)], TestReferences.All, new(OutputKind.DynamicallyLinkedLibrary));

    private static readonly ActionCatalogue s_catalogue = new(GovernanceSymbols.For(s_libraries)!, [], RuleBook.Shipped.Index, PackageRelease.Current);

    [Theory]
    [InlineData("FreeSql.IInsert`1", "ExecuteAffrows", "database.write (Medium): adds or changes rows")]
    [InlineData("FreeSql.IDelete`1", "ExecuteAffrows", "database.write (High): deletes rows")]
    [InlineData("ShopifySharp.IProductService", "CreateAsync", "network.write (Medium): creates or changes something in a shop")]
    [InlineData("ShopifySharp.ITransactionService", "CreateAsync", "payment.commit (High): captures, refunds or voids a payment")]
    [InlineData("ShopifySharp.IRefundService", "RefundAsync", "payment.commit (High): refunds a payment")]
    [InlineData("ShopifySharp.IRefundService", "CalculateAsync", "")]
    [InlineData("NPoco.IDatabase", "Execute", "database.write (High): runs SQL, and unless the text is constant, that can be any")]
    [InlineData("NPoco.IDatabase", "InsertBulk", "database.write (Medium): adds or changes rows")]
    [InlineData("NPoco.Linq.IDeleteQueryProvider`1", "Execute", "database.write (High): deletes every row the query selects")]
    [InlineData("Microsoft.Extensions.VectorData.IVectorStore", "DeleteCollectionAsync", "database.schema (High): drops a collection of a vector store")]
    [InlineData("Microsoft.Extensions.VectorData.IVectorStoreRecordCollection`2", "CreateCollectionAsync", "database.schema (Medium): creates a collection")]
    [InlineData("Microsoft.Extensions.VectorData.IVectorStoreRecordCollection`2", "CreateCollectionIfNotExistsAsync", "")]
    [InlineData("Microsoft.Extensions.VectorData.IVectorStoreRecordCollection`2", "DeleteCollectionAsync", "database.schema (High): drops a collection of a vector store")]
    [InlineData("Microsoft.Extensions.VectorData.IVectorStoreRecordCollection`2", "UpsertAsync", "database.write (Medium): adds or replaces records of a vector store")]
    [InlineData("Microsoft.Extensions.VectorData.IVectorStoreRecordCollection`2", "UpsertBatchAsync", "database.write (Medium): adds or replaces records of a vector store")]
    [InlineData("Microsoft.Extensions.VectorData.IVectorStoreRecordCollection`2", "DeleteAsync", "database.write (High): deletes records of a vector store")]
    [InlineData("Microsoft.Extensions.VectorData.IVectorStoreRecordCollection`2", "DeleteBatchAsync", "database.write (High): deletes records of a vector store")]
    [InlineData("RepoDb.BaseRepository`2", "Delete", "database.write (High): deletes rows")]
    [InlineData("RepoDb.QueryBuilder", "Delete", "")]
    public void What_a_member_of_a_library_does_is_said_of_its_own_type(string type, string member, string expected)
    {
        var method = (IMethodSymbol)s_libraries.GetTypeByMetadataName(type)!.GetMembers(member).Single();

        Assert.Equal(expected, string.Join("; ", s_catalogue.Of(method).Select(a => $"{a}: {a.Reason}")));
    }
}
