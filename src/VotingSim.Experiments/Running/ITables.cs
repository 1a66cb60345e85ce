namespace VotingSim.Experiments.Running;

/// <summary>Where the cohorts of a run are deliberated: a number of tables, side by side.</summary>
public interface ITables
{
    /// <summary>Lets every table work until there is nothing left to do.</summary>
    /// <param name="sit">Works at one table until there is nothing left to do. Ends with a <see cref="TableLostException"/> where the table
    /// cannot be reached any more; any other exception ends the run.</param>
    /// <param name="parallelism">Number of tables in one place; null for as many as there are processors.</param>
    /// <param name="cancellation">Stops a table's wait for work; what it is at work on is finished.</param>
    Task SeatAsync(Func<ITable, Task> sit, int? parallelism, CancellationToken cancellation);
}
