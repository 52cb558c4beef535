using Bolt.Screenshots;

// Two steps of scripts/screenshots.sh: a log whose times are fixed, and a picture of what a program wrote.
switch (args)
{
    case ["log", var file]:
        ShopLog.Write(file);
        return 0;

    case ["svg", var command]:
        string output = Console.In.ReadToEnd();
        try
        {
            Console.Out.Write(TerminalPicture.Of(command, output));
            return 0;
        }
        catch (FormatException exception)
        {
            Console.Error.WriteLine($"Bolt.Screenshots: {exception.Message}");
            return 1;
        }

    default:
        Console.Error.WriteLine("""
            Usage: Bolt.Screenshots log FILE       appends a shop's log of a morning to FILE
                   Bolt.Screenshots svg COMMAND    reads what COMMAND wrote to a terminal, and writes a picture of it
            """);
        return 2;
}
