using System.ComponentModel;
using Microsoft.Extensions.Compliance.Classification;

namespace Bolt.Runtime;

/// <summary>The classification of a parameter or member, made once from its attributes. Infrastructure for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DataClassifications
{
    /// <summary>The classification of values that need no redaction.</summary>
    internal static readonly DataClassificationSet None = new(DataClassification.None);

    /// <summary>
    /// What the attributes say together: <see cref="DataClassification.None"/> adds nothing to others. Null if an attribute cannot be
    /// made, for then nothing is known, and the value must not be shown. Throws nothing.
    /// </summary>
    /// <param name="attributes">Makes the attributes.</param>
    public static DataClassificationSet? Of(Func<DataClassificationAttribute[]> attributes)
    {
        try
        {
            var found = new List<DataClassification>();
            foreach (DataClassificationAttribute attribute in attributes())
            {
                if (attribute.Classification != DataClassification.None)
                    found.Add(attribute.Classification);
            }

            return found.Count == 0 ? None : new DataClassificationSet(found);
        }
        catch (Exception)
        {
            return null;
        }
    }
}
