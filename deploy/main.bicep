// Everything that the bot needs in one resource group: docs/guia/azure.md tells how to use it, and how to remove it.
targetScope = 'resourceGroup'

@description('What the resources are called after.')
@minLength(3)
@maxLength(12)
param name string = 'agabot'

@description('Where the data is kept and the bot runs.')
param location string = resourceGroup().location

@description('The name that people see in Teams and in the Web Chat of Azure.')
@maxLength(42)
param displayName string = 'AgaBot'

@description('B1 serves a workshop; P0v3 a region.')
@allowed(['B1', 'B2', 'B3', 'P0v3', 'P1v3'])
param planSku string = 'B1'

@description('Machines that share the work.')
@minValue(1)
@maxValue(10)
param instances int = 1

@description('The code that makes somebody a coordinator on the page. Empty: nobody becomes one by a code. It needs 60 bits, e.g. of openssl rand -hex 16: with fewer the bot does not start.')
@secure()
param coordinatorCode string = ''

@description('The object id of a group in Entra ID whose members coordinate in Teams. Empty: nobody does by a group. The bot needs to be let ask for it: docs/guia/azure.md.')
param coordinatorGroup string = ''

@description('The most that the logs may take in a day, in GB. Above it nothing is collected until the next day.')
@minValue(1)
param logsDailyQuotaGb int = 1

@description('What may be spent in a month, in the currency of the subscription.')
@minValue(1)
param monthlyBudget int

@description('The first day of the month in which the budget was first set, as 2026-12-01. Azure refuses to change it later.')
@minLength(10)
@maxLength(10)
param budgetStart string

@description('Who is told by e-mail when 80 % of the budget is spent, and when all of it will be.')
@minLength(1)
param budgetContacts string[]

var tags = { application: 'agabot' }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
  tags: tags
}

module logs 'modules/logs.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    dailyQuotaGb: logsDailyQuotaGb
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    principalId: identity.properties.principalId
  }
}

module site 'modules/site.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    planSku: planSku
    instances: instances
    identityId: identity.id
    identityClientId: identity.properties.clientId
    tablesUri: storage.outputs.tablesUri
    tableName: storage.outputs.tableName
    queuesUri: storage.outputs.queuesUri
    queueName: storage.outputs.queueName
    coordinatorCode: coordinatorCode
    coordinatorGroup: coordinatorGroup
    tenantId: identity.properties.tenantId
    telemetryConnectionString: logs.outputs.connectionString
    workspaceId: logs.outputs.workspaceId
  }
}

module bot 'modules/bot.bicep' = {
  params: {
    name: name
    tags: tags
    displayName: displayName
    host: site.outputs.host
    identityId: identity.id
    identityClientId: identity.properties.clientId
    tenantId: identity.properties.tenantId
  }
}

module budget 'modules/budget.bicep' = {
  params: {
    name: name
    amount: monthlyBudget
    start: budgetStart
    contacts: budgetContacts
  }
}

@description('For deploy/teams/package.sh.')
output botAppId string = identity.properties.clientId

@description('For deploy/teams/package.sh, and the address of the page.')
output host string = site.outputs.host

@description('For az webapp deploy.')
output siteName string = site.outputs.siteName
