// An agent made with npm @microsoft/agents-hosting that stands between a channel and our bot: node agents.mjs BOT
// What the channel posts goes through the SDK's adapter; what our bot answers is read by the SDK's schema of activities and goes through
// the SDK's connector client. A message to /api/delegated goes by the SDK's own client of other agents, and its answer by that one's
// own door. Prints its port when it listens.
import express from 'express';
import { Activity } from '@microsoft/agents-activity';
import { ActivityHandler, AgentClient, CloudAdapter, ConversationState, MemoryStorage, configureResponseController } from '@microsoft/agents-hosting';

const bot = new URL('api/messages', process.argv[2]).href;
const adapter = new CloudAdapter();
// Nobody asks for tokens; the SDK wants to know for whom there are none.
const nobody = { aud: 'nobody' };
const references = new Map();

const web = express();
web.use(express.json({ limit: '1mb' }));
web.post('/api/messages', (request, response) => adapter.process(request, response, forward));
web.post('/relay/v3/conversations/:conversation/activities/:activity', (request, response) => show(request, response, (context, reply) => context.sendActivity(reply)));
web.put('/relay/v3/conversations/:conversation/activities/:activity', (request, response) => show(request, response, (context, reply) => context.updateActivity(reply)));
const state = new ConversationState(new MemoryStorage());
configureResponseController(web, adapter, new ActivityHandler(), state);
web.post('/api/delegated', (request, response) => adapter.process(request, response, delegate));
const server = web.listen(0, '127.0.0.1', () => console.log(server.address().port));

async function forward(context) {
  const { activity } = context;
  references.set(activity.conversation.id, activity.getConversationReference());
  const answer = await fetch(bot, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...JSON.parse(activity.toJsonString()), channelId: activity.channelId, serviceUrl: `${address()}/relay` }),
  });
  if (!answer.ok) throw new Error(`Our bot answered ${answer.status}.`);
  const body = await answer.text();
  if (activity.type === 'invoke') await context.sendActivity(Activity.fromObject({ type: 'invokeResponse', value: { status: answer.status, body: JSON.parse(body) } }));
  else if (activity.deliveryMode === 'expectReplies') await context.sendActivities(JSON.parse(body).activities.map(reply => Activity.fromObject(reply)));
}

async function delegate(context) {
  Object.assign(process.env, { agabot_endpoint: bot, agabot_clientId: 'agabot', agabot_serviceUrl: `${address()}/api/agentresponse/` });
  const { activity } = context;
  const clone = activity.clone.bind(activity);
  // The SDK's client posts its copy with the schema's own `_channelId` and without the protocol's channelId, which our bot asks for [A2020].
  activity.clone = () => Object.assign(clone(), { toJSON() { return { ...this, channelId: this.channelId }; } });
  await new AgentClient('agabot').postActivity(activity, {}, state, context);
}

async function show(request, response, how) {
  const reply = Activity.fromObject(request.body);
  let shown;
  await adapter.continueConversation(nobody, references.get(request.params.conversation), async context => {
    shown = await how(context, reply);
  });
  response.status(200).send(shown);
}

function address() {
  return `http://127.0.0.1:${server.address().port}`;
}
