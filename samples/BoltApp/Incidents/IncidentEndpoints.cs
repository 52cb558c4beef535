namespace BoltApp.Incidents;

/// <summary><c>/incidents</c>: a GET shows them, a POST switches one on, a DELETE off.</summary>
internal static class IncidentEndpoints
{
    public static void MapIncidents(this IEndpointRouteBuilder endpoints, IncidentBoard board)
    {
        endpoints.MapGet("/incidents", () => board.States);
        endpoints.MapPost("/incidents/{name}", IResult (string name, HttpRequest request) => Switch(() =>
        {
            Incident incident = board.Get(name);
            board.SwitchOn(incident, IncidentValues.Read(incident, request.Query));
        }));
        endpoints.MapDelete("/incidents/{name}", IResult (string name) => Switch(() => board.SwitchOff(board.Get(name))));
    }

    private static IResult Switch(Action act)
    {
        try
        {
            act();
            return Results.NoContent();
        }
        catch (ArgumentException error)
        {
            return Results.Text(error.Message + "\n", statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
