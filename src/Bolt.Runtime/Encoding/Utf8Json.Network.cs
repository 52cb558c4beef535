using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bolt.Runtime;

public static partial class Utf8Json
{
    /// <summary>
    /// Writes an address as a JSON string: IPv4 (also when mapped to IPv6) in dotted form, IPv6 as RFC 5952 says, its scope id kept;
    /// or <c>null</c>. Reserve <see cref="IPAddressWidth"/>.
    /// </summary>
    public static ref byte Value(ref byte p, IPAddress? value)
    {
        if (value is null)
        {
            return ref Null(ref p);
        }

        p = Quote;
        p = ref Unsafe.Add(ref p, 1);
        Span<byte> octets = stackalloc byte[16];
        value.TryWriteBytes(octets, out int length);
        if (value.AddressFamily == AddressFamily.InterNetwork || value.IsIPv4MappedToIPv6)
        {
            p = ref Value(ref p, (uint)octets[length - 4]);
            for (int i = length - 3; i < length; i++)
            {
                p = (byte)'.';
                p = ref Value(ref Unsafe.Add(ref p, 1), (uint)octets[i]);
            }
        }
        else
        {
            value.TryFormat(MemoryMarshal.CreateSpan(ref p, IPAddressWidth - 2), out int written);
            p = ref Unsafe.Add(ref p, written);
        }

        p = Quote;
        return ref Unsafe.Add(ref p, 1);
    }

    /// <summary>Writes a version as a JSON string with as many parts as it has, or <c>null</c>. Reserve <see cref="VersionWidth"/>.</summary>
    public static ref byte Value(ref byte p, Version? value)
    {
        if (value is null)
        {
            return ref Null(ref p);
        }

        p = Quote;
        p = ref Value(ref Unsafe.Add(ref p, 1), value.Major);
        p = ref Part(ref p, value.Minor);
        if (value.Build >= 0)
        {
            p = ref Part(ref p, value.Build);
            if (value.Revision >= 0)
            {
                p = ref Part(ref p, value.Revision);
            }
        }

        p = Quote;
        return ref Unsafe.Add(ref p, 1);

        static ref byte Part(ref byte p, int part)
        {
            p = (byte)'.';
            return ref Value(ref Unsafe.Add(ref p, 1), part);
        }
    }
}
