using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using ClinicPortal.Core.Publishing;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// Keeps whole pages of the current edition, compressed once when they are first made. The key is the edition, the number of the safety
/// holds, the clinic's day, the sub-path, the path and the query keys that the page says it reads; a page is kept only if it answered 200
/// without a cookie, and never one that a reader has arranged. An address that asks for nothing else is kept beside it as it was written,
/// so that it is answered before anything but the security headers and the log sees it.
/// Bounded by <c>Portal:PageCacheBytes</c>; 0 switches it off.
/// </summary>
/// <remarks>The framework's output cache is not used: around its compression it serves cached gzip to a client that accepts none.</remarks>
public sealed class PageCache(CurrentEdition current, ClinicCalendar calendar, PortalOptions options) : IDisposable
{
    private const int LongestQueryValue = 100;
    private const int BytesOfAddress = 400;

    private readonly bool _off = options.PageCacheBytes == 0;
    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = options.PageCacheBytes });
    private readonly ConcurrentDictionary<string, Task<CachedResponse?>> _makers = [];
    private string? _state;

    /// <summary>Answers addresses as they were written before; all others go on.</summary>
    public Task SendKnownAsync(HttpContext context, RequestDelegate next) =>
        !_off && AllowedMethods.IsRead(context.Request) && _pages.TryGetValue(AddressOf(context), out CachedResponse? page)
            ? SendAsync(context, page!)
            : next(context);

    /// <summary>After routing and before whatever makes a page.</summary>
    public async Task SendOrMakeAsync(HttpContext context, RequestDelegate next)
    {
        var cached = context.GetEndpoint()?.Metadata.GetMetadata<CachedPageAttribute>();
        var isArranged = cached?.Readers.Any(context.Request.Query.ContainsKey) == true;
        if (isArranged)
            context.Response.Headers.CacheControl = "no-store";
        if (_off || isArranged || cached is null || PatientPageRenderer.IsRendering(context) || KeyOf(context, cached) is not { } key)
        {
            await next(context);
            return;
        }

        if (!_pages.TryGetValue(key, out CachedResponse? page))
            page = await MakeOnceAsync(context, next, key);
        if (page is null)
            return;
        if (context.Request.Query.Keys.All(cached.Query.Contains))
            _pages.Set(AddressOf(context), page, new MemoryCacheEntryOptions { Size = BytesOfAddress });
        await SendAsync(context, page);
    }

    public void Dispose() => _pages.Dispose();

    private string AddressOf(HttpContext context) =>
        $"{State()} {SubPath.Of(context)} {context.Request.Path.Value}{context.Request.QueryString.Value} as written";

    private string? KeyOf(HttpContext context, CachedPageAttribute cached)
    {
        if (!AllowedMethods.IsRead(context.Request))
            return null;

        var key = $"{State()} {SubPath.Of(context)} {context.Request.Path}";
        foreach (var name in cached.Query)
        {
            if (!context.Request.Query.TryGetValue(name, out var values))
                continue;
            if (values is not [{ Length: <= LongestQueryValue } value])
                return null;
            key += $" {name}={value}";
        }
        return key;
    }

    /// <summary>On what every page depends; whatever was made under another is dropped.</summary>
    private string State()
    {
        var state = string.Create(CultureInfo.InvariantCulture, $"{current.Edition.Number} {current.OverlayKey} {calendar.Today:O}");
        if (Interlocked.Exchange(ref _state, state) != state)
            _pages.Clear();
        return state;
    }

    /// <summary>Whoever asks for a page that is being made waits for it; nothing is returned where the answer has gone out.</summary>
    private async Task<CachedResponse?> MakeOnceAsync(HttpContext context, RequestDelegate next, string key)
    {
        var making = new TaskCompletionSource<CachedResponse?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var maker = _makers.GetOrAdd(key, making.Task);
        if (maker != making.Task)
            return await maker.WaitAsync(context.RequestAborted) ?? await MakeAsync(context, next, key);

        CachedResponse? page = null;
        try
        {
            return page = await MakeAsync(context, next, key);
        }
        finally
        {
            _makers.TryRemove(key, out _);
            making.SetResult(page);
        }
    }

    /// <summary>Runs the page into memory; an answer that may not be kept goes out as it is, and nothing is returned.</summary>
    private async Task<CachedResponse?> MakeAsync(HttpContext context, RequestDelegate next, string key)
    {
        using var buffer = new MemoryStream();
        await ResponseBuffer.RunAsync(context, next, buffer);

        if (context.Response.StatusCode == StatusCodes.Status200OK && !context.Response.Headers.ContainsKey(HeaderNames.SetCookie))
        {
            var page = CachedResponse.Of(buffer.ToArray(), context.Response.ContentType!);
            return _pages.Set(key, page, new MemoryCacheEntryOptions { Size = page.Bytes });
        }

        context.Response.Headers.CacheControl = "no-cache";
        await ResponseBuffer.SendAsync(context, buffer.Content());
        return null;
    }

    private static async Task SendAsync(HttpContext context, CachedResponse page)
    {
        var body = page.Best(context.Request.GetTypedHeaders().AcceptEncoding);
        var headers = context.Response.Headers;
        headers.CacheControl = "public, no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ETag = body.Tag.ToString();
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(tag =>
                tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(body.Tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = page.ContentType;
        context.Response.ContentLength = body.Content.Length;
        if (body.Encoding is { } encoding)
            headers.ContentEncoding = encoding;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body.Content, context.RequestAborted);
    }
}

public static class PageCachePipeline
{
    /// <summary>Before everything that a page which is there does not need.</summary>
    public static void UseKnownPages(this IApplicationBuilder app) => app.Use(CacheOf(app).SendKnownAsync);

    public static void UsePageCache(this IApplicationBuilder app) => app.Use(CacheOf(app).SendOrMakeAsync);

    private static PageCache CacheOf(IApplicationBuilder app) => app.ApplicationServices.GetRequiredService<PageCache>();
}

/// <summary>One page in every encoding that it is sent in, each with a tag of its own.</summary>
internal sealed record CachedResponse(string ContentType, CachedBody Identity, CachedBody Gzip, CachedBody Brotli)
{
    // Near the smallest size at a tenth of the time that the last step takes.
    private static readonly BrotliCompressionOptions BrotliOptions = new() { Quality = 9 };

    public long Bytes => Identity.Content.Length + Gzip.Content.Length + Brotli.Content.Length;

    public static CachedResponse Of(byte[] content, string contentType)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..16];
        return new(
            contentType,
            new(null, content, new($"\"{hash}\"")),
            new("gzip", Compressed(content, stream => new GZipStream(stream, CompressionLevel.SmallestSize)), new($"\"{hash}-gzip\"")),
            new("br", Compressed(content, stream => new BrotliStream(stream, BrotliOptions)), new($"\"{hash}-br\"")));
    }

    /// <summary>What the client likes best; brotli before gzip where it likes both as much; plain where it asks for nothing.</summary>
    public CachedBody Best(IList<StringWithQualityHeaderValue> accepted)
    {
        var brotli = Quality(accepted, "br");
        var gzip = Quality(accepted, "gzip");
        return brotli > 0 && brotli >= gzip ? Brotli : gzip > 0 ? Gzip : Identity;
    }

    private static double Quality(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        (accepted.FirstOrDefault(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(one => one.Value == "*")) is { } found
            ? found.Quality ?? 1
            : 0;

    private static byte[] Compressed(byte[] content, Func<Stream, Stream> compressor)
    {
        using var result = new MemoryStream();
        using (var stream = compressor(result))
            stream.Write(content);
        return result.ToArray();
    }
}

internal sealed record CachedBody(string? Encoding, byte[] Content, EntityTagHeaderValue Tag);
