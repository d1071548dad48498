// Azurite's table and queue services, for as long as whoever started it holds its standard input open: however the tests
// end, it does not stay behind.
process.stdin.on("close", () => process.exit(0)).resume();
// Each of the two refuses options that it does not know, so both say theirs before either reads them.
require("azurite/dist/src/queue/QueueEnvironment.js");
require("azurite/dist/src/table/main.js");
require("azurite/dist/src/queue/main.js");
