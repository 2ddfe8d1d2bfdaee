using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Data;

/// <summary>Enums are kept as readable text: a number would change its meaning when somebody reorders the members.</summary>
internal sealed class SnakeCaseConverter<T>() : ValueConverter<T, string>(value => SnakeCase.Name(value), name => SnakeCase.Value<T>(name))
    where T : struct, Enum;
