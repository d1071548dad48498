// A bot made with npm botbuilder that has our bot as its skill: node botbuilder.mjs BOT
// What the channel posts goes through the SDK's adapter and its client to our bot; what our bot answers goes through the SDK's skill
// handler and its connector client to the channel. Prints its port when it listens.
import express from 'express';
import { CloudAdapter, ChannelServiceRoutes, CloudSkillHandler, ConfigurationBotFrameworkAuthentication, MemoryStorage, SkillConversationIdFactory } from 'botbuilder';

const bot = new URL('api/messages', process.argv[2]).href;
const authentication = new ConfigurationBotFrameworkAuthentication({});
const adapter = new CloudAdapter(authentication);
const client = authentication.createBotFrameworkClient();
const ids = new SkillConversationIdFactory(new MemoryStorage());
const conversations = new Map();

const web = express();
web.use(express.json({ limit: '1mb' }));
web.post('/api/messages', (request, response) => adapter.process(request, response, forward));
new ChannelServiceRoutes(new CloudSkillHandler(adapter, async () => {}, ids, authentication)).register(web, '/skills');
const server = web.listen(0, '127.0.0.1', () => console.log(server.address().port));

async function forward(context) {
  const { activity } = context;
  const answer = await client.postActivity('', '', bot, `http://127.0.0.1:${server.address().port}/skills`, await skillConversation(activity), activity);
  if (answer.status !== 200) throw new Error(`Our bot answered ${answer.status}.`);
  if (activity.type === 'invoke') await context.sendActivity({ type: 'invokeResponse', value: answer });
  for (const reply of answer.body.activities ?? []) await context.sendActivity(reply);
}

// A skill's conversation lasts as long as the channel's; the factory makes a new one each time it is asked.
async function skillConversation(activity) {
  const { id } = activity.conversation;
  if (!conversations.has(id)) conversations.set(id, await ids.createSkillConversationIdWithOptions({ activity, fromBotOAuthScope: '' }));
  return conversations.get(id);
}
