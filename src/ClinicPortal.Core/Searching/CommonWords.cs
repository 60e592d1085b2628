namespace ClinicPortal.Core.Searching;

/// <summary>
/// English words that a search knows, folded as <see cref="SearchText"/> folds them. A clinic's own words stand in its catalogue, never
/// here.
/// </summary>
internal static class CommonWords
{
    /// <summary>Words that tell nothing about what is looked for; they count only where a query holds no other.</summary>
    public static IReadOnlySet<string> Stop { get; } = Set(
        """
        a about after again against all also am an and any are around as at be because been before being best better between both but by
        can compared comparison could did do does doing dont down during each else ever every for from get gets getting give go goes going
        good got had has have having he help helps her here him his how i if im in into is isnt it its ive just let like look looking made
        make makes me might mine more most much must my myself need needs no nor not now of off on one only onto or other our out over own
        please really said same say she should show so some someone something soon still such take tell than that the their
        them then there these they thing things this those through to too treat treated treating treatment treatments try under up us use
        used using versus very vs want wants was way we well went were what whats when where which while who whos why will with within
        without would yes yet you your yours
        """);

    /// <summary>Words that are right as they are typed, so they are no misspelling of anything a clinic writes about.</summary>
    public static IReadOnlySet<string> Everyday { get; } = Set(
        """
        able above across add afraid age ages ago alone along already always amount another answer anxious anyone anything area areas asked
        away baby back bad bank beach beauty become bed begin behind believe below beside big bill birthday black blue boat body book born
        boss bottle bought bright bring brown build busy buy buying called came camera car care careful case cash cause chance change
        changes cheap cheaper check child children choice choose city clean clear clinic clinics close clothes cold colour come comes coming
        common cool cost costs country couple course cover cream daily danger dangerous dark date dates daughter day days deal dear decide
        deep diet different dinner doctor doctors dog done door dress drink drive dry early easy eat eating effect effects end enough
        evening event everyone everything exercise expect expensive fair fall family far fast father fear feel feeling few find finish first
        five flight flying food foot four free friend friends front full fun funny future gave gift girl glass gold gone gray great green
        grey group grow growing guarantee guide half hand hands happen happens happy hard hate head health healthy hear heart heat heavy
        hello high hold home honest hope hospital hot hotel hour hours house hurt hurts husband idea inside job keep kind knew know known
        lady large last late later latest lead leave left leg legs less life light line list little live lives living local long longer
        lose loss lost lot love lovely low lunch machine main man many mean means medical meet men met mind minute minutes money month
        months morning mother move moving name natural near never new news next nice night nights nine normal note nothing number nurse
        office often old older once online open option options order others outside paid pain pair paper parent part parts party pass past
        pay people perfect person phone photo photos picture place plain plan plane planning play point pool poor price prices private
        problem problems product products public put quick quickly quite rain rate read ready real reason red remove repeat rest result
        results return review reviews rich right risk risks road room run sad safe safety sale sat save school sea season second see seem
        sell send service seven shape sharp shop short side sign simple since sister sit six size sleep slow small smile smoke smoking soft
        son sore sorry sort sound special spend spring stage stand start starting stay step stop story street strong study sugar suit sun
        sunny sure surgery sweet swim table talk teen ten test thank thanks
        thin think third three tight time times tip tired today together told
        tomorrow tonight took top total touch town train travel tried trip true trust turn twice two type ugly used usual visible walk wall
        warm wash watch water wear wearing weather wedding week weekend weeks weight wet white whole wide wife wind window wine winter wish
        woman women wonder word words work working world worried worry worse worst worth wrong year years young younger
        """);

    /// <summary>The words of a text.</summary>
    internal static HashSet<string> Set(string words) =>
        [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
