namespace Matchmaker.Silo.Sample.Demands;

/// <summary>The bill of a product of an industry: the capabilities that its maker buys.</summary>
/// <param name="Main">The capabilities that one supplier must combine.</param>
/// <param name="Beside">The capabilities that this or other suppliers should have.</param>
/// <param name="Certification">The certification required of suppliers.</param>
/// <param name="Field">The field of the makers' research.</param>
internal sealed record Kit(string[] Main, string[] Beside, string Certification, string Field)
{
    public static Kit Of(string industry) =>
        industry switch
        {
            "lifeAndHealth" => new(
                ["medical/assembly", "process/plastics/injection/medical"],
                ["medical/sterilisation", "medical/packaging", "tooling/mould/injection", "testing/biological"],
                "iso-13485",
                "life/diagnostics"
            ),
            "robotics" => new(
                ["process/machining/cnc", "process/assembly/precision"],
                [
                    "electronics/assembly/pcba",
                    "process/sheet-metal",
                    "electronics/assembly/wire-harness",
                    "finishing/anodising",
                ],
                "iso-9001",
                "robotics/industrial"
            ),
            "newEnergy" => new(
                ["energy/battery/pack", "energy/battery/bms"],
                [
                    "process/sheet-metal/enclosures",
                    "electronics/assembly/pcba",
                    "testing/electronics/battery",
                    "process/joining/welding/laser",
                ],
                "iatf-16949",
                "energy"
            ),
            "aiAndData" => new(
                ["electronics/assembly/pcba", "electronics/assembly/box-build"],
                ["process/sheet-metal/enclosures", "electronics/power", "digital/iiot/edge"],
                "iso-9001",
                "ai"
            ),
            "semiconductors" => new(
                ["semiconductor/packaging/wire-bonding", "semiconductor/packaging/final-test"],
                ["process/machining/cnc", "testing/electronics/x-ray", "finishing/cleaning"],
                "iso-14644",
                "microelectronics"
            ),
            "advancedMaterials" => new(
                ["process/composites", "testing/materials"],
                ["finishing/coating/pvd", "process/machining/cnc", "chemical/coatings"],
                "iso-9001",
                "materials"
            ),
            _ => new(
                ["process/machining/cnc/five-axis", "process/machining/edm/wire"],
                ["tooling/mould/injection", "testing/measurement/cmm", "additive/slm"],
                "iso-9001",
                "manufacturing"
            ),
        };
}
