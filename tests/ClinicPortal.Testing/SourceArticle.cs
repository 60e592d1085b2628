using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ClinicPortal.Testing;

/// <summary>
/// The clinic's article that the sample starts from, of which no wording may be repeated. The article itself is not in the repository:
/// every run of six words in it (runs of letters or digits, in lower case, joined by one space) is kept as the first eight bytes of
/// its SHA-256 in hexadecimal.
/// </summary>
public static partial class SourceArticle
{
    private const int RunLength = 6;

    private const string Hashes =
        """
        000959b06b263605 001dbeb22ed4784b 00ef98f68911a9c8 01bef7b084b2afa5 01d2a8d61f89c422 023cb74ab4592fa2 04f9d4999bdfd0a1
        057c80d19c7f0f08 05bed546a13030da 0635b137b1f46f09 063604a64d3326a3 064452e56f42bd8f 088df064da7f7188 08d9c5a14988b71d
        0aa31626c0a7933f 0b2e1769dda511f5 0b984fdd186862ac 0bc0df8182d5e448 0c69c346ad22adb8 0f37a050be5d8598 10ec6e8aeab421aa
        116ee4f3ddf97a9e 117311162f7cef3f 1181dad5491a4acb 1218642467a10af4 12418adee06e6ea0 12c5ddafa1fd50b8 137e09e355d25b4e
        1402f92a27f1497f 14446d454a73fdc3 148a10d3287f7f30 14eecdbfcd898b73 1503c1b8da1bf20b 156879dbbeebc3af 15b4cd70ff9be9f8
        165727199b66a03c 16d7a49e1e2447de 179e42050c1cdf57 17cea5448d1b7b55 180ee9025af6bfbc 1a4c5c5131ffb1d2 1b0f5b0ed1e5701a
        1bdd3d637422fde9 1c3cd35cc671ce92 1c7938ad50f0cbe4 1d4ac1567921763f 1e1149b2ed2ffc07 1eae66972c159d2b 1f09aa1776a9bc36
        200c2c859ae7237e 2123db6d5ac768a2 22a9d473e3b3656a 23cc45806f0cf33a 23e35ed554a554db 24102ac276dde5ff 243b4c415b55b879
        258268e658d56e3a 2583464284af38c4 258993d74079426f 26681faed1ed8ec0 26af8c0f6807b1d9 286d11f866cddd98 28e0eb603de4b87d
        296cf4b8fdcb58b0 29c37fdabe8a38d1 2bab5c33136e5d56 2d7db089f669b78d 2e98215f11669c4a 3016a8c491adbc51 30279c6fc28f0880
        31bc11bf4e400ba8 326463a5b3c7d4c8 3310a04903c979c9 3362dcbe48e2781d 33fc0e70229b9e1e 34e6811fcaa1cf6b 3508eda63dca8cbc
        356f3f7aa966d836 3663cc0e1434d904 3785df97a9ea09b5 378e7c458c2d84bb 38a755730604cce7 393b074efcd0bc90 39c290b8ac069315
        39e74d8c14bd2c9b 3a32674d7b28126c 3bece2442abe4dd4 3cf8119c4f6136d5 3d4d70e14cdb66d3 3e0226ab8f31574c 3ed056eea35ce862
        3f1179d24ac3afc5 3fd0cc4a304bf248 3fea190b6c35ff87 40361aa36b4c4956 405eb932b109ff63 4127000ef921c4bd 41a298f34f3ddfb0
        42415f42e5c2d017 4379ca96423a44e1 4520dc5530512dee 4742d8e09fedbc24 477bddffaa31dbe0 4a0e7127885ccd4a 4af91e8a88bd47cc
        4b5db5b642c66600 4bd16eb33a486b93 4c2c070790857a3f 4ca8bdd56e7ee82c 4cb3cf4888a19f23 4d927e9db962f28c 4e0b0b15695d5daa
        4e583fdcbcc5f1f2 4e8d0d3a3832c316 4f403ac982c88593 4ffa7ee569011f15 5094cc2d4932ab5d 51b13348eff6dd17 51ed3a2a0bafa197
        5294040c59f7242e 5377cc55c1813dda 55011837292debaf 557a587b33ca616a 5744c7d28bfb214c 5763f82edbaa82b3 57e2d300c97328c3
        58a4e4e69b399760 59ef082efeb45cc8 5a2c4d2d59c8b33b 5b9826a440233e63 5c87b9dbdca08155 5edc886d1dfea47a 5f5c4c636f2d6f78
        5f685099d185ca7a 6020d7c00ef21288 61222aba2a93047c 61e2ba7013e6a2e8 61e35f950d380061 61e70af28847a212 61f7611a495b006a
        6226200a392b7eb8 6522317f2fcbb0e2 65c46c5d135e9e24 65fcf83c20547622 6636838f07c84dc9 667dad3bd8bab294 66ac50be44282c0f
        676aee0a5517c8a4 677532e7ab5e508b 680f97708084d9d4 6865fef8420d94d3 6888844c93562f3a 6955e504ab82b99b 6b510de73b810a92
        6be843ebec813ac1 6bf8c8f3e9a717b3 6c7ba483099473a3 720d42b29b026ce8 722c0317631ef256 726280928ed25527 7326c4d9601b2bd9
        7330cb9fcf57dd43 73d37e9aca26ed0e 7588466c04460f71 76a35653042ad575 76fbe2f036a211aa 774247a9ac22bfc3 78ed7983b0f6bb16
        79309688aeb8357d 7cdddba1d7847e3c 7e0d3d62413df91b 7e1c14e5269c039e 7efc3de39c5ca34a 7f63fa65ebf558ab 7f97666fd94b460e
        7fee511f2e20a18c 80cb20bb812528bf 827769d3f992cbe4 827e0970a571733e 82e8847a9c9b7b9f 8410499c87207fd3 8459b50745398433
        846074bb85dd2a6b 8589d20fdadef0f0 85e1de32661145e3 88e3fcc75a4eec1c 8b4c6611abaa9674 8b94fa417cc8a116 8bb400aef18e49f3
        8f53b785710e3105 927b7241f9357898 92a82e3cbf31a5b5 92be9869f0f3fe62 935a1d85d04157f2 943f36006e509bbb 9636e23d52b49fa3
        98085d221640667f 98cdf88a009fb41a 9af3b9d1bdbd995d 9d2e75017cd69d9c 9d3b83a8fbc20039 9e86d7e16cefde70 9ed5ef074f1af9ba
        9f00bb3b513bc24d a08c1c260524abff a2379d4026596d7e a354583f566aa47b a3d7b65c0f9f18ca a43af30159512eca a57afc02a8cbeb45
        a7588104f2df7e64 a8ce9a50fe0c9940 a99818cdc2b7b6d2 aa984e82ec7bf6ec aaa47e1b8ca2b323 aace95ef88f8893f aaebc258003fd353
        ab6cecd6b5eebb07 ab849929bcdc50f3 ac2b4814442decf2 ac8b678ad4c9eb57 ad445f8517d0e2bd aee9ee3fca7b770a af6c1d2ba946c8dc
        b10b39c2c00da9fe b1cb98484c8345ff b1f1759d24c00c65 b450a26b30c640f6 b49757883b15ecdf b4df4473ec430f39 ba74cada07a33e53
        bbbb107731e13d3b bc1a2cdd9f413175 bc40569b9707d232 bdf51a42eea078ef bf2dfb01f832f147 bf5f0829c61bd5ea bf839e027da9c33d
        c0548accc506de52 c07bfaef9ecce43a c0b9e792fba9e8da c44967eebc11cd18 c46fd719e4a58b28 c4f77a1523d87ca6 c5e8f14fbe170011
        c6c28cf667f75e4e c73ebb8ddc29c265 c7534f1840595c66 c785deffcc7df5d2 c87446215c937a9c cb1e385b36599cae cbbfa341d000bccc
        cbecf8f7995e7ebe cd187f2a0fb01a19 ce0244c4acc05507 d090e65466ace534 d0dc1c1d17d92c09 d11933210b7a3269 d22d1173f3b45588
        d49496af01315afc d51bde0a73a1fca5 d521c62a923fabac d6476bf789ecbe2b d700482c1c8d9b73 d7f255dabeb0cf69 d805b95695e7a507
        d86a7f567a5a07d6 d96b52d0ccea0b78 da3e9232b857d1ff da5de2597243568a db4a1fab5ae121c6 dc0e6adfc5310e61 dd99c3ca556dc86f
        ddae284c4b116932 dea8554bee619843 dfe836f4857c3c62 e0dc4e7b9f550463 e136269622770e5d e173690a4772b61c e17fb5eff42aca41
        e194362880886711 e3d27bb30be54f32 e49b659e655996b3 e4dd3aaa309d8d7a e50e1df7008b73c9 e67ea085b66a4695 e6abe72b4d4fe382
        e73811558427174a e73a4cd61448b83f e7b8a64867b48576 e826a0ae603a5659 e86e24289a67fcf4 e8cf3cce969fa9d7 ea8b4429374b83fd
        eb1644a1fd2768ac eda1f4052f8f1a31 ef0880a7f7ed8af2 ef10f7f037687d76 ef87c147091fdd43 f04d5718014eae4f f08b46c9c46e0a3e
        f0afae45ed4e945b f18b94608e0a3d62 f2bbe9fd92625f61 f44d34d4efcb651b f5a0ab6c55c6e041 f6cf53937cb4b12f f70c1fce4236b0ba
        f7bb44da15a8867a f8a0a6c3cbc74ab5 f8a1d54821eb7e12 fa2dab83344182f6 faae6c39aba48383 fae57d597129df2e fbbff6394f0b9db7
        fbd7b55d7040f95d fbe78fb1e512fdd8 fe4f82365daa98ae ff4ef2f3cb01c1bc ff88e334b3d79a9d ffc9b566cb704434
        """;

    private static readonly HashSet<string> Runs = [.. Hashes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The runs of six words that <paramref name="text"/> has in common with the article.</summary>
    public static IReadOnlyList<string> RunsIn(string text)
    {
        string[] words = [.. Word().Matches(text).Select(word => word.Value.ToLowerInvariant())];
        return [.. Enumerable.Range(0, Math.Max(0, words.Length - RunLength + 1))
            .Select(start => string.Join(' ', words[start..(start + RunLength)]))
            .Where(run => Runs.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(run))[..8])))];
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex Word();
}
