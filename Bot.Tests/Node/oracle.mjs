// Microsoft's own template engine and card parser, asked by the tests: a JSON question a line in, a JSON answer a line out.
//   { "template": ..., "data": ... }  ->  { "card": ... } or { "error": "why it gives no card" }
//   { "parse": card }                 ->  { "problems": ["..."] }
import { createInterface } from 'node:readline';
import { Template } from 'adaptivecards-templating';
// The package's main file is not one that Node.js can load.
import AdaptiveCards from 'adaptivecards/dist/adaptivecards.js';

// Answers alone go to the standard output.
console.log = console.info = console.warn = console.error;

function expand({ template, data }) {
  try {
    return { card: new Template(template).expand({ $root: data }) };
  } catch (error) {
    return { error: String(error) };
  }
}

function parse(json) {
  const context = new AdaptiveCards.SerializationContext();
  const card = new AdaptiveCards.AdaptiveCard();
  card.parse(json, context);
  const told = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return {
    problems: [...told, ...card.validateProperties().validationEvents.map(event => event.message)]
      .filter(problem => !isRememberedMatch(problem, json)),
  };
}

// The parser's pattern for `lang` is a global one that remembers where it matched, so it refuses every second card, whatever stands there.
function isRememberedMatch(problem, json) {
  return problem === `Invalid value "${json.lang}" for property "lang".` && /^[a-z]{2,3}$/.test(json.lang);
}

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  process.stdout.write(JSON.stringify('parse' in question ? parse(question.parse) : expand(question)) + '\n');
}
