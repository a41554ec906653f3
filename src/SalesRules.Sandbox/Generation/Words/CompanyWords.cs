namespace SalesRules.Sandbox.Generation.Words;

/// <summary>Parts of invented company names.</summary>
internal static class CompanyWords
{
    public static readonly string[] Names =
    [
        "Alderway", "Amberfall", "Arcwell", "Ashgrove", "Bayline", "Birchmere", "Blackmoor", "Bluecask", "Brackenhall", "Brightforge",
        "Calderstone", "Cedarpoint", "Cinderlake", "Clearbrook", "Cobaltine", "Copperfen", "Dalehurst", "Dawnridge", "Driftmark",
        "Eastmarch", "Elmfield", "Embercrest", "Fallowmere", "Farrowdale", "Fernhollow", "Flintlock", "Foxglade", "Frosthaven",
        "Glasswing", "Goldenrod", "Granitefold", "Greenholt", "Harborne", "Hawthorne", "Hazelwick", "Highmast", "Hollowbrook",
        "Ironvale", "Ivorygate", "Juniper", "Kestrel", "Kingsfoil", "Lanternway", "Larkspur", "Longmere", "Maplestead", "Marrowstone",
        "Meridianna", "Millrace", "Moonquay", "Nettlebed", "Northlight", "Oakhaven", "Oldbridge", "Orchardton", "Pinecroft", "Plumfield",
        "Quartzline", "Quillon", "Ravenna", "Redshore", "Riverbend", "Rookwood", "Saltmarsh", "Seabright", "Silverbirch", "Slatefield",
        "Snowcap", "Stonebrook", "Summerlin", "Swiftwater", "Tamarack", "Thistledown", "Thornbury", "Tidewell", "Umberland", "Vellichor",
        "Violetta", "Wavecrest", "Westerly", "Whitmoor", "Wildacre", "Windermark", "Wyldwood", "Yarrow", "Zephyrine",
    ];

    /// <summary>What the company does, with the industry it is filed under.</summary>
    public static readonly (string Trade, string Industry)[] Trades =
    [
        ("Logistics", "Transportation"), ("Freight", "Shipping"), ("Foods", "Food & Beverage"), ("Bank", "Banking"),
        ("Insurance", "Insurance"), ("Health", "Healthcare"), ("Biologics", "Biotechnology"), ("Energy", "Energy"),
        ("Utilities", "Utilities"), ("Telecom", "Telecommunications"), ("Retail", "Retail"), ("Robotics", "Machinery"),
        ("Motors", "Manufacturing"), ("Ceramics", "Manufacturing"), ("Chemicals", "Chemicals"), ("Software", "Technology"),
        ("Semiconductors", "Electronics"), ("Media", "Media"), ("Learning", "Education"), ("Hotels", "Hospitality"),
        ("Construction", "Construction"), ("Agriculture", "Agriculture"), ("Textiles", "Apparel"), ("Advisory", "Consulting"),
    ];

    public static readonly string[] Forms = ["", "", " Group", " Holdings", " AG", " Ltd", " Inc", " & Sons", " Partners", " International"];

    public static readonly (string City, string Country)[] Places =
    [
        ("Gothenburg", "Sweden"), ("Rotterdam", "Netherlands"), ("Leeds", "United Kingdom"), ("Lyon", "France"), ("Hamburg", "Germany"),
        ("Porto", "Portugal"), ("Valencia", "Spain"), ("Turin", "Italy"), ("Krakow", "Poland"), ("Austin", "United States"),
        ("Denver", "United States"), ("Columbus", "United States"), ("Toronto", "Canada"), ("Monterrey", "Mexico"), ("Curitiba", "Brazil"),
        ("Lagos", "Nigeria"), ("Nairobi", "Kenya"), ("Pune", "India"), ("Osaka", "Japan"), ("Busan", "South Korea"), ("Perth", "Australia"),
    ];
}
