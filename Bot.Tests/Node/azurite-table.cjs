// Azurite's table service, for as long as whoever started it holds its standard input open: however the tests end,
// it does not stay behind.
process.stdin.on("close", () => process.exit(0)).resume();
require("azurite/dist/src/table/main.js");
