using System.Diagnostics;

namespace VotingSim.Report.Printing;

/// <summary>Prints a page to PDF with a browser that is installed: Chromium, Chrome or Edge.</summary>
public static class PdfPrinter
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge"];

    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        .. new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86 }
            .Select(Environment.GetFolderPath)
            .Where(folder => folder.Length > 0)
            .SelectMany(folder => new[] { @"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe" }
                .Select(program => Path.Combine(folder, program))),
    ];

    /// <summary>Writes a PDF beside a page, under its name.</summary>
    /// <param name="page">Path of the page, which is one of our own and loads nothing.</param>
    /// <param name="cancellation">Ends the printing.</param>
    /// <returns>Path of the PDF.</returns>
    /// <exception cref="PrintException">There is no browser, or it does not print.</exception>
    public static async Task<string> PrintAsync(string page, CancellationToken cancellation)
    {
        var browser = Find() ?? throw new PrintException($"There is no Chromium, Chrome or Edge on this machine to print with. Open '{page}' in any "
            + "browser and print it to PDF: it is laid out for A4.")
        {
            IsForWantOfBrowser = true,
        };
        var pdf = Path.ChangeExtension(page, ".pdf");
        var profile = Directory.CreateTempSubdirectory("votingsim-print-");
        try
        {
            var unfinished = Path.Combine(profile.FullName, "page.pdf");
            var said = await RunAsync(browser, profile.FullName, unfinished, page, cancellation);
            if (!File.Exists(unfinished))
            {
                throw new PrintException($"'{browser}' has not printed '{page}': {said}");
            }

            File.Copy(unfinished, pdf, overwrite: true);
            return pdf;
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(folder => folder.Length > 0)
        .SelectMany(folder => Names, (folder, name) => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
        .Concat(Places)
        .FirstOrDefault(File.Exists);

    private static async Task<string> RunAsync(string browser, string profile, string pdf, string page, CancellationToken cancellation)
    {
        // The page is our own and loads nothing, so that it needs no sandbox, which root and containers do not have.
        string[] words =
        [
            "--headless", "--disable-gpu", "--no-sandbox", "--disable-dev-shm-usage", "--no-first-run", $"--user-data-dir={profile}",
            "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri,
        ];
        using var process = Process.Start(new ProcessStartInfo(browser, words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await output;
            return (await error).Split('\n').LastOrDefault(line => line.Length > 0) ?? "it said nothing.";
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            return $"it took longer than {Longest.TotalMinutes:F0} minutes.";
        }
    }
}
