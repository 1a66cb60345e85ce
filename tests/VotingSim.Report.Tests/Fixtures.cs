[assembly: AssemblyFixture(typeof(RunFixture))]
