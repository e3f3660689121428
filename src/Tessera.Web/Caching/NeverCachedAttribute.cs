namespace Tessera.Web.Caching;

/// <summary>A page that is made for one reader: with a form, an error, a person's name.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeverCachedAttribute : Attribute;
