namespace VotingSim.Report.Printing;

/// <summary>Prints a page to a PDF beside it, as <see cref="PdfPrinter"/> does.</summary>
/// <param name="page">Path of the page.</param>
/// <param name="cancellation">Ends the printing.</param>
/// <returns>Path of the PDF.</returns>
/// <exception cref="PrintException">The page could not be printed.</exception>
public delegate Task<string> PagePrinter(string page, CancellationToken cancellation);
