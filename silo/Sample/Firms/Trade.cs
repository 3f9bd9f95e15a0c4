using Matchmaker.Matching;

namespace Matchmaker.Silo.Sample.Firms;

/// <summary>The names, capabilities and certificates of firms of one trade.</summary>
/// <param name="Core">The capabilities that every firm of the trade has.</param>
/// <param name="More">The capabilities that some firms have.</param>
/// <param name="Tolerance">The finest usual tolerance, in millimetres; 0: not applicable.</param>
internal sealed record Trade(
    LocalText Name,
    string[] Core,
    string[] More,
    string[] Materials,
    string[] Certifications,
    string[] Industries,
    decimal Tolerance = 0
)
{
    /// <summary>Sixteen trades of Kowloon East's factories.</summary>
    public static readonly Trade[] All =
    [
        new(
            new("Precision Metal Works", "精密五金廠", "精密五金厂"),
            ["process/machining/cnc/five-axis", "process/machining/edm/wire", "process/assembly/precision"],
            [
                "process/machining/cnc/turning/swiss",
                "process/machining/grinding",
                "testing/measurement/cmm",
                "tooling/jigs",
            ],
            ["metals/aluminium/6061", "metals/steel/stainless/316l", "metals/titanium"],
            ["iso-9001", "as9100", "iso-13485"],
            ["hsic/25", "hsic/28"],
            0.005m
        ),
        new(
            new("Sheet Metal Products", "鈑金製品廠", "钣金制品厂"),
            ["process/sheet-metal/enclosures", "process/sheet-metal/bending", "process/cutting/laser"],
            ["process/joining/welding/laser", "finishing/coating/powder", "process/stamping/progressive"],
            ["metals/steel/galvanised", "metals/aluminium/5052"],
            ["iso-9001", "iso-14001", "iso-3834"],
            ["hsic/25"],
            0.1m
        ),
        new(
            new("Plastic Mould", "塑膠模具廠", "塑胶模具厂"),
            ["tooling/mould/injection", "process/plastics/injection"],
            [
                "process/plastics/injection/overmoulding",
                "process/plastics/silicone",
                "tooling/mould/flow-analysis",
                "finishing/printing",
            ],
            ["plastics/abs", "plastics/pc", "plastics/pa"],
            ["iso-9001", "iatf-16949", "rohs-reach"],
            ["hsic/22"],
            0.02m
        ),
        new(
            new("Electronics", "電子廠", "电子厂"),
            ["electronics/assembly/pcba/smt", "electronics/assembly/box-build", "testing/electronics/functional"],
            [
                "electronics/assembly/wire-harness",
                "electronics/power",
                "digital/iiot/edge",
                "testing/electronics/x-ray",
                "electronics/assembly/potting",
            ],
            ["plastics/epoxy", "metals/copper"],
            ["iso-9001", "ipc-a-610", "esd-s20-20", "ul"],
            ["hsic/26", "hsic/27"]
        ),
        new(
            new("Medical Products", "醫療用品廠", "医疗用品厂"),
            ["medical/assembly/disposables", "process/plastics/injection/medical", "medical/packaging"],
            ["medical/sterilisation/eto", "medical/assembly/catheters", "medical/ivd/poct", "tooling/mould/injection"],
            ["plastics/pc", "rubber/silicone", "bio/medical-polymers"],
            ["iso-13485", "iso-11135", "mdsap", "iso-14644"],
            ["hsic/32", "hsic/21"],
            0.02m
        ),
        new(
            new("Power Technology", "電源科技", "电源科技"),
            ["energy/battery/pack", "energy/battery/bms", "energy/power-electronics"],
            [
                "testing/electronics/battery",
                "energy/ev-charging",
                "process/joining/welding/laser",
                "electronics/components/magnetics",
            ],
            ["advanced/battery", "metals/copper"],
            ["iso-9001", "iatf-16949", "ul"],
            ["hsic/27"]
        ),
        new(
            new("Microelectronics", "微電子", "微电子"),
            [
                "semiconductor/packaging/wire-bonding",
                "semiconductor/packaging/final-test",
                "semiconductor/packaging/dicing",
            ],
            [
                "semiconductor/packaging/flip-chip",
                "testing/electronics/x-ray",
                "semiconductor/mems",
                "finishing/cleaning",
            ],
            ["semiconductors/silicon", "semiconductors/gan", "metals/precious"],
            ["iso-9001", "iatf-16949", "iso-14644", "aec-q100"],
            ["hsic/26"],
            0.002m
        ),
        new(
            new("Surface Finishing", "表面處理廠", "表面处理厂"),
            ["finishing/anodising", "finishing/electroplating", "finishing/cleaning"],
            ["finishing/coating/pvd", "finishing/passivation", "finishing/electrophoresis", "finishing/polishing"],
            ["metals/aluminium", "metals/steel/stainless"],
            ["iso-9001", "iso-14001", "rohs-reach", "nadcap"],
            ["hsic/25"]
        ),
        new(
            new("Testing Laboratory", "檢測實驗所", "检测实验所"),
            ["testing/materials", "testing/reliability", "testing/measurement/cmm"],
            ["testing/electronics/emc", "testing/biological", "testing/electronics/battery", "testing/food"],
            [],
            ["iso-17025", "iso-9001"],
            [],
            0.001m
        ),
        new(
            new("Rapid Prototypes", "快速成型", "快速成型"),
            ["additive/slm", "additive/sla", "tooling/prototyping"],
            [
                "process/plastics/vacuum-casting",
                "process/machining/cnc/milling",
                "tooling/reverse-engineering",
                "design/mechanical",
            ],
            ["metals/titanium/ti-6al-4v", "plastics/pa", "advanced/metal-powders"],
            ["iso-9001", "iso-13485"],
            ["hsic/25", "hsic/32"],
            0.05m
        ),
        new(
            new("Advanced Materials", "新材料科技", "新材料科技"),
            ["process/composites/infusion", "testing/materials", "chemical/coatings"],
            ["finishing/coating/pvd", "chemical/nanomaterials", "process/composites/autoclave", "chemical/adhesives"],
            ["composites/carbon-fibre", "advanced/graphene", "advanced/aerogel"],
            ["iso-9001", "as9100", "rohs-reach"],
            ["hsic/20", "hsic/23"]
        ),
        new(
            new("Food Products", "食品廠", "食品厂"),
            ["food/processing/sauces", "food/processing/ready-meals", "food/packaging"],
            ["food/processing/hpp", "food/processing/retort", "food/processing/noodles"],
            ["food-grade/flour", "food-grade/meat"],
            ["haccp", "iso-22000", "fssc-22000", "halal"],
            ["hsic/10"]
        ),
        new(
            new("Garment Factory", "製衣廠", "制衣厂"),
            ["textile/garment", "textile/garment/pattern"],
            ["textile/knitting/whole-garment", "textile/smart", "textile/garment/uniforms", "textile/embroidery"],
            ["textiles/cotton", "textiles/wool", "textiles/polyester"],
            ["oeko-tex", "gots", "bsci-sedex"],
            ["hsic/14", "hsic/13"]
        ),
        new(
            new("Printing and Packaging", "印刷包裝廠", "印刷包装厂"),
            ["printing/offset", "printing/packaging/rigid-boxes", "printing/labels"],
            ["printing/digital", "printing/packaging/corrugated", "printing/security", "design/packaging"],
            ["paper/kraft", "paper/recycled"],
            ["fsc", "iso-9001", "iso-14001"],
            ["hsic/18", "hsic/17"]
        ),
        new(
            new("Optical Instruments", "光學儀器廠", "光学仪器厂"),
            ["optics/lens", "optics/camera-module", "process/assembly/precision"],
            ["optics/diamond-turning", "optics/coating", "tooling/mould/optical", "testing/optical"],
            ["glass/optical", "plastics/optical"],
            ["iso-9001", "iso-14644"],
            ["hsic/26"],
            0.001m
        ),
        new(
            new("Automation Engineering", "自動化工程", "自动化工程"),
            ["digital/automation/special-machines", "digital/robotics/industrial", "digital/machine-vision"],
            ["digital/robotics/cobot", "process/machining/cnc/milling", "digital/software/scada", "design/mechanical"],
            ["metals/aluminium", "metals/steel"],
            ["iso-9001", "iso-27001", "cmmi"],
            ["hsic/28"],
            0.02m
        ),
    ];
}
