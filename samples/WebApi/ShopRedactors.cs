using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;

namespace WebApi;

/// <summary>The redactors of this shop. Microsoft's <c>AddRedaction</c> does the same, but warns when it is compiled ahead of time.</summary>
internal sealed class ShopRedactors : IRedactorProvider
{
    private readonly DataClassificationSet _personal = new(ShopData.Personal);
    private readonly StarRedactor _star = new();

    public Redactor GetRedactor(DataClassificationSet classifications) =>
        classifications.Equals(_personal) ? _star : throw new NotSupportedException($"This shop has no redactor for {classifications}.");
}
