using AgaBot.Plans.Retention;

namespace AgaBot.Tests.Plans;

/// <summary>Invalid periods stop the start and are named.</summary>
public sealed class RetentionOptionsTests
{
    [Fact]
    public void What_is_set_by_nobody_can_be_kept() =>
        Assert.True(new RetentionOptionsValidator().Validate(null, new RetentionOptions()).Succeeded);

    public static TheoryData<string, RetentionOptions> Bad =>
        new()
        {
            {
                "Retention:ConversationDays is 0",
                new RetentionOptions { ConversationDays = 0 }
            },
            {
                "Retention:FileDays is 5000",
                new RetentionOptions { FileDays = 5000 }
            },
            {
                "Retention:DraftDays is 10",
                new RetentionOptions { DraftDays = 10, ReminderDays = 7 }
            },
        };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_period_that_cannot_work_is_named(string fault, RetentionOptions options) =>
        Assert.Contains(fault, new RetentionOptionsValidator().Validate(null, options).FailureMessage, StringComparison.Ordinal);
}
