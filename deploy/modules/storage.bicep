// What people said: one table, one queue for what is sent later, and no keys to either.
param name string
param location string
param tags object

@description('The identity that may read and write the data.')
param principalId string

var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: toLower('${replace(name, '-', '')}${take(uniqueString(resourceGroup().id), 8)}')
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource tables 'tableServices' = {
    name: 'default'

    resource table 'tables' = {
      name: 'agabot'
    }
  }

  resource queues 'queueServices' = {
    name: 'default'

    resource queue 'queues' = {
      name: 'agabot'
    }

    // What could not be done waits here for somebody who looks into it.
    resource poison 'queues' = {
      name: 'agabot-poison'
    }
  }
}

resource roles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [tableDataContributor, queueDataContributor]: {
    scope: account
    name: guid(account.id, principalId, role)
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

output tablesUri string = account.properties.primaryEndpoints.table
output tableName string = account::tables::table.name
output queuesUri string = account.properties.primaryEndpoints.queue
output queueName string = account::queues::queue.name
