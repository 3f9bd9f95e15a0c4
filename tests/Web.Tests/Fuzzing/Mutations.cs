using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Fuzzing;

/// <summary>Changes a body that fits into one that may not.</summary>
internal sealed class Mutations(Random chance)
{
    private readonly Random _chance = chance;

    /// <summary>Changes one place of the body, whichever it is.</summary>
    public JsonNode? Change(JsonNode? body)
    {
        var places = Places(body).ToList();
        if (places.Count == 0 || _chance.Next(30) == 0)
            return Hostile();
        var (parent, key) = places[_chance.Next(places.Count)];
        switch (parent)
        {
            case JsonObject fields:
                ChangeField(fields, (string)key);
                break;
            case JsonArray items:
                if (_chance.Next(4) == 0)
                    items.RemoveAt((int)key);
                else
                    items[(int)key] = Confused(items[(int)key]);
                break;
            default:
                break;
        }

        return body;
    }

    /// <summary>The body as bytes' text: mostly as it is, sometimes not JSON.</summary>
    public string Written(JsonNode? body)
    {
        var json = HostileText.Write(body);
        return _chance.Next(40) switch
        {
            0 => json[.._chance.Next(json.Length)],
            1 => json + json,
            2 => new string('[', _chance.Next(1, 5000)),
            3 => json.Replace("{", """{"\ud800":1,""", StringComparison.Ordinal)
                .Replace(",}", "}", StringComparison.Ordinal),
            4 => json.Replace("{", """{"id":1,"id":2,""", StringComparison.Ordinal)
                .Replace(",}", "}", StringComparison.Ordinal),
            5 => "",
            _ => json,
        };
    }

    private void ChangeField(JsonObject fields, string name)
    {
        switch (_chance.Next(6))
        {
            case 0:
                fields.Remove(name);
                break;
            case 1:
                fields[HostileText.Text(_chance)] = Hostile();
                break;
            case 2:
                fields[name] = null;
                break;
            default:
                fields[name] = Confused(fields[name]);
                break;
        }
    }

    private JsonNode? Confused(JsonNode? node) =>
        _chance.Next(5) switch
        {
            0 => new JsonArray(node?.DeepClone(), node?.DeepClone()),
            1 => HostileText.Text(_chance),
            2 => HostileText.Number(_chance),
            3 when node is JsonValue => HostileText.Text(_chance),
            _ => Hostile(),
        };

    private JsonNode? Hostile() =>
        _chance.Next(8) switch
        {
            0 => null,
            1 => true,
            2 => new JsonObject(),
            3 => new JsonArray(),
            4 => HostileText.Nested(_chance),
            5 => HostileText.Number(_chance),
            _ => HostileText.Text(_chance),
        };

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode? node) =>
        node switch
        {
            JsonObject fields => fields.SelectMany(field => Places(field.Value).Prepend((fields, (object)field.Key))),
            JsonArray items => items.SelectMany((item, index) => Places(item).Prepend((items, (object)index))),
            _ => [],
        };
}
