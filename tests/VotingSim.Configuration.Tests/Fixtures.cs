// One silo for all tests of the project.
[assembly: AssemblyFixture(typeof(SiloFixture))]
