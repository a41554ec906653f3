namespace SalesRules.Sandbox.Generation.Words;

/// <summary>Names of people who do not exist, from many places.</summary>
internal static class PersonWords
{
    public static readonly string[] FirstNames =
    [
        "Adaeze", "Alma", "Amara", "Anders", "Anneke", "Arjun", "Astrid", "Ayumi", "Bela", "Bogdan", "Camila", "Carys", "Chidi", "Dagny",
        "Dario", "Delphine", "Devika", "Eamon", "Edda", "Emre", "Esther", "Farid", "Fenna", "Fiona", "Gaspard", "Gwen", "Hamza", "Hanne",
        "Helio", "Ilse", "Imani", "Ines", "Isamu", "Ivo", "Jelena", "Joaquin", "Jorunn", "Kalani", "Kenji", "Kerstin", "Kofi", "Lale",
        "Leif", "Lior", "Lucia", "Maeve", "Malik", "Marisol", "Mateus", "Mirja", "Nadim", "Naveen", "Nuria", "Odile", "Oskar", "Paloma",
        "Petra", "Priya", "Quentin", "Rafael", "Renata", "Ronan", "Ruta", "Samira", "Sanne", "Silas", "Soraya", "Sven", "Tadeo", "Tamsin",
        "Thandi", "Tomas", "Ulla", "Valeria", "Viggo", "Wanda", "Xenia", "Yara", "Yusuf", "Zofia",
    ];

    public static readonly string[] LastNames =
    [
        "Abara", "Ackerby", "Almgren", "Arakawa", "Ashdown", "Bakkerveld", "Balmont", "Barzani", "Belcourt", "Bergholm", "Brightwater",
        "Calloway", "Castellan", "Chaudry", "Corrigan", "Dahlberg", "Darrow", "Delacourt", "Dimitrov", "Eastlake", "Ekwueme", "Elverum",
        "Fairbairn", "Farrokh", "Fontaine", "Galanis", "Gerhardt", "Greywood", "Hallgrim", "Hartigan", "Hayashida", "Hollins", "Ibarra",
        "Idowu", "Jansma", "Jovanic", "Kallio", "Karpenko", "Keswani", "Kirkbride", "Kowalik", "Lachlan", "Langevin", "Lindqvist",
        "Lockhart", "Macaulay", "Marchetti", "Mbeki", "Mendoza", "Mirzoyan", "Morwenna", "Nakagawa", "Norrby", "Oakhurst", "Obuya",
        "Okonjo", "Ortega", "Pemberley", "Petrosyan", "Quillfeather", "Raman", "Redfern", "Rosengarten", "Sandoval", "Sorensby",
        "Steinhauer", "Sterling", "Takeda", "Tamberlain", "Thackeray", "Tolentino", "Ueberroth", "Vance", "Vasquez", "Verhoeven",
        "Wainwright", "Westerhout", "Wolfram", "Yamane", "Zielinski",
    ];

    /// <summary>Titles of contacts, the higher ones first; the level is the value of Economic_Buyer_Level__c.</summary>
    public static readonly (string Title, string Department, string Level)[] CustomerTitles =
    [
        ("Chief Executive Officer", "Executive", "CEO"),
        ("Chief Financial Officer", "Finance", "CFO"),
        ("Chief Technology Officer", "Technology", "CTO"),
        ("VP Engineering", "Technology", "VP Engineering"),
        ("Director of Operations", "Operations", "Director"),
        ("Director of IT", "Technology", "Director"),
        ("Procurement Manager", "Procurement", "Manager"),
        ("Platform Team Manager", "Technology", "Manager"),
        ("Finance Systems Manager", "Finance", "Manager"),
        ("Operations Analyst", "Operations", "Manager"),
    ];
}
