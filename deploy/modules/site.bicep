// The bot itself: one Linux site that is always on.
param name string
param location string
param tags object
param planSku string
param instances int
param identityId string
param identityClientId string
param tablesUri string
param tableName string
param queuesUri string
param queueName string
param telemetryConnectionString string
param workspaceId string
param tenantId string
param coordinatorGroup string

@secure()
param coordinatorCode string

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  tags: tags
  kind: 'linux'
  sku: {
    name: planSku
    capacity: instances
  }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: '${name}-${take(uniqueString(resourceGroup().id), 8)}'
  location: location
  tags: tags
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // Any instance answers anybody: what is remembered is in the table.
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'DOTNETCORE|10.0'
      appCommandLine: 'dotnet AgaBot.dll'
      alwaysOn: true
      webSocketsEnabled: true
      http20Enabled: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      healthCheckPath: '/healthz'
    }
  }

  // Nobody publishes with a password: az webapp deploy signs in with Entra.
  resource ftpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource publishingPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      // Which of the site's identities the Azure libraries take.
      AZURE_CLIENT_ID: identityClientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: telemetryConnectionString
      // The published folder is mounted as it is, read-only.
      WEBSITE_RUN_FROM_PACKAGE: '1'
      Bot__AppId: identityClientId
      // Where the front ends of App Service speak from: they say who the person is, and that they came over https.
      Proxies__Known__0: '169.254.0.0/16'
      Coordinators__AccessCode: coordinatorCode
      Coordinators__Tenant: tenantId
      Coordinators__GroupIds__0: coordinatorGroup
      Storage__Tables__ServiceUri: tablesUri
      Storage__Tables__Name: tableName
      Storage__Queues__ServiceUri: queuesUri
      Storage__Queues__Name: queueName
    }
  }
}

// Not the HTTP log: it would keep the tokens that the page's stream carries in its address.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: 'logs'
  properties: {
    workspaceId: workspaceId
    logs: [
      for category in ['AppServiceConsoleLogs', 'AppServicePlatformLogs']: {
        category: category
        enabled: true
      }
    ]
  }
}

output siteName string = site.name
output host string = site.properties.defaultHostName
