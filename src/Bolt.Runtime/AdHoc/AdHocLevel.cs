using System.ComponentModel;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>The levels of ad-hoc log calls as types, so that a message knows its own before it is built. Infrastructure for the calls of <see cref="AdHocLoggerExtensions"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AdHocLevel
{
    /// <summary>A level as a type.</summary>
    public interface ILevel
    {
        /// <summary>The level.</summary>
        static abstract LogLevel Value { get; }
    }

    /// <summary><see cref="LogLevel.Trace"/>.</summary>
    public readonly struct Trace : ILevel
    {
        /// <inheritdoc/>
        public static LogLevel Value => LogLevel.Trace;
    }

    /// <summary><see cref="LogLevel.Debug"/>.</summary>
    public readonly struct Debug : ILevel
    {
        /// <inheritdoc/>
        public static LogLevel Value => LogLevel.Debug;
    }

    /// <summary><see cref="LogLevel.Information"/>.</summary>
    public readonly struct Info : ILevel
    {
        /// <inheritdoc/>
        public static LogLevel Value => LogLevel.Information;
    }

    /// <summary><see cref="LogLevel.Warning"/>.</summary>
    public readonly struct Warn : ILevel
    {
        /// <inheritdoc/>
        public static LogLevel Value => LogLevel.Warning;
    }

    /// <summary><see cref="LogLevel.Error"/>.</summary>
    public readonly struct Error : ILevel
    {
        /// <inheritdoc/>
        public static LogLevel Value => LogLevel.Error;
    }

    /// <summary><see cref="LogLevel.Critical"/>.</summary>
    public readonly struct Critical : ILevel
    {
        /// <inheritdoc/>
        public static LogLevel Value => LogLevel.Critical;
    }
}
