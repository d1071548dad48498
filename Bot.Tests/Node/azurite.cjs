// Azurite's table and queue services. They end when their standard input is closed, so they never outlive the program that
// started them.
const { default: ServerBase } = require("azurite/dist/src/common/ServerBase.js");

process.stdin.on("close", () => process.exit(0)).resume();

// Given port 0, the table service does not say which port it got.
const start = ServerBase.prototype.start;
ServerBase.prototype.start = async function () {
  await start.call(this);
  console.log(`${this.constructor.name} listens on ${this.getHttpServerAddress()}`);
};

// Each service refuses options that it does not know, so both declare theirs before either reads the command line.
require("azurite/dist/src/queue/QueueEnvironment.js");
require("azurite/dist/src/table/main.js");
require("azurite/dist/src/queue/main.js");
