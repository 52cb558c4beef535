using Microsoft.Extensions.Compliance.Classification;

namespace WebApi;

/// <summary>The kinds of data of this shop.</summary>
internal static class ShopData
{
    public static DataClassification Personal { get; } = new("Shop", "Personal");
}

/// <summary>Marks data about a person.</summary>
internal sealed class PersonalDataAttribute() : DataClassificationAttribute(ShopData.Personal);
